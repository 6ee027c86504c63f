package dev.parlance.query;

import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Feed;
import java.util.HashSet;
import java.util.Set;

/// What the replies of a row used, as the journal's followers are told.
public final class Uses {
    private Uses() {}

    public static Feed.Subject subject(Row row) {
        Set<Feed.Use> uses = new HashSet<>();
        row.messages()
                .forEach(message -> message.uses().forEach(use -> {
                    for (UseKind kind : UseKind.values()) {
                        if (Oracle.counts(use, kind)) {
                            uses.add(new Feed.Use(use.type(), use.resourceId(), kind));
                        }
                    }
                }));
        return new Feed.Subject(row.conversation(), uses, words(row), true);
    }

    private static Set<String> words(Row row) {
        Set<String> words = new HashSet<>();
        Oracle.ownTexts(row).forEach(text -> words.addAll(Analyzer.words(text)));
        return words;
    }
}
