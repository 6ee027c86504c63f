package dev.parlance.dialect.parlance;

import dev.parlance.conversation.StableId;
import dev.parlance.intake.record.Members;
import dev.parlance.intake.record.MessageReader;
import dev.parlance.intake.record.Origin;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.problem.Mistake;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Messages of requests, which are said now.
final class Speech {
    private static final MessageReader READER = new MessageReader(new Origin("parlance", null));

    private Speech() {}

    /// The one message that is the body.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static List<Deed> one(UUID conversation, JsonNode body) {
        Members members = Members.of(body);
        Draft.MessageDraft message = READER.message(members);
        if (members.has("at")) {
            members.wrong("at", "unknown", past("at").message());
        }
        members.check();
        if (message == null) {
            throw new IllegalStateException("a message without mistakes is a message");
        }
        return List.of(of(conversation, message));
    }

    /// The messages under `messages`.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static List<Deed> several(UUID conversation, JsonNode body) {
        Members members = Members.of(body);
        members.require("messages");
        List<Draft.MessageDraft> messages = READER.messages(members);
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).at() != null) {
                String field = "messages[" + i + "].at";
                members.wrong(field, "unknown", past(field).message());
            }
        }
        members.check();
        return messages.stream().<Deed>map(each -> of(conversation, each)).toList();
    }

    static Deed of(@Nullable UUID conversation, Draft.MessageDraft message) {
        return new Deed.Say(
                id(conversation, message.id()),
                message.author(),
                message.authorName(),
                message.text(),
                message.attachments(),
                message.uses());
    }

    /// A message is said now.
    static Mistake past(String field) {
        String message = "a message is said now; POST /v1/import takes those of the past";
        return new Mistake(Mistake.Place.BODY, field, "unknown", message);
    }

    /// As an import would have it: text that is no UUID is an id inside the conversation.
    private static @Nullable UUID id(@Nullable UUID conversation, @Nullable String given) {
        if (given == null) {
            return null;
        }
        return StableId.isUuid(given)
                ? StableId.of("message", given)
                : StableId.derived("message", String.valueOf(conversation), given);
    }
}
