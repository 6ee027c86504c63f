package dev.parlance.dialect.opencx;

import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Receipts;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.journal.Deed;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Words taken away for good.
final class RedactionCalls {
    private static final int LONGEST_REASON = 1000;

    private final Archive archive;
    private final Desk desk;

    RedactionCalls(Doors doors) {
        this.archive = doors.archive();
        this.desk = doors.desk();
    }

    private record Asked(UUID id, @Nullable String reason) {
        static Asked read(Request request, String name) {
            Mistakes mistakes = new Mistakes();
            Wild body = Wild.body(request.json(), mistakes);
            Optional<UUID> id = body.member(name).findUuid();
            Optional<String> reason = body.find("reason", each -> each.findText(LONGEST_REASON));
            mistakes.check();
            return new Asked(id.orElseThrow(), reason.orElse(null));
        }
    }

    Reply message(Request request) {
        Asked asked = Asked.read(request, "messageId");
        UUID session = archive.getHolder(request.access(), asked.id());
        List<Deed> deeds = List.of(new Deed.Redact(asked.id(), asked.reason()));
        desk.act(request.access(), session, deeds, Receipts.stamp(request, "redact message"));
        return reply("Message redacted", asked.id(), "message", 1);
    }

    /// All messages of the session are redacted now, those of before too.
    Reply session(Request request) {
        Asked asked = Asked.read(request, "sessionId");
        List<Deed> deeds = List.of(new Deed.Redact(null, asked.reason()));
        Desk.Done done = desk.act(request.access(), asked.id(), deeds, Receipts.stamp(request, "redact session"));
        return reply(
                "Session redacted",
                asked.id(),
                "session",
                done.row().conversation().counts().messages());
    }

    private static Reply reply(String said, UUID item, String type, int messages) {
        return Reply.ok(List.of(item), json -> {
            json.writeStartObject();
            json.writeBooleanProperty("success", true);
            json.writeStringProperty("message", said);
            json.writeStringProperty("itemId", item.toString());
            json.writeStringProperty("redactionType", type);
            json.writeNumberProperty("affectedCount", messages);
            if (type.equals("session")) {
                json.writeNumberProperty("messagesRedacted", messages);
            }
            json.writeEndObject();
        });
    }
}
