package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Parameters;
import dev.parlance.http.Request;
import dev.parlance.query.Answer;
import dev.parlance.query.Page;
import dev.parlance.query.Sort;
import org.jspecify.annotations.Nullable;

/// Where a list of conversations goes on: after the last row's sort key and number.
final class Cursor {
    private static final int PARTS = 2;

    private Cursor() {}

    /// The page that the request asks for: the first one, or the one that its cursor leads to.
    static Page page(Parameters parameters, Request request, int limit) {
        return Bookmark.<Page>find(
                        parameters,
                        request,
                        PARTS,
                        parts -> new Page.After(Bookmark.instant(parts.get(0)), Long.parseLong(parts.get(1)), limit))
                .orElse(Page.first(limit));
    }

    /// The cursor of the page after this one, null when there is none.
    static @Nullable String next(Request request, Sort sort, Answer answer) {
        if (!answer.more()) {
            return null;
        }
        var last = answer.rows().getLast().conversation();
        return Bookmark.text(request, Bookmark.micros(sort.field().of(last)), last.number());
    }
}
