package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.query.Satisfaction;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Directory;
import dev.parlance.tenant.Doors;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// How satisfied contacts were.
final class ScoreCalls {
    private final Archive archive;
    private final Directory directory;

    ScoreCalls(Doors doors) {
        this.archive = doors.archive();
        this.directory = doors.directory();
    }

    /// Null while nobody has said.
    Reply get(Request request) {
        UUID id = Ids.of(request, "session_id");
        Conversation session = archive.get(request.access(), id, false).conversation();
        Optional<Satisfaction.Score> score = directory.findScore(request.access(), session);
        UUID organization = request.access().tenant().publicId();
        return score.map(found -> Reply.ok(List.of(found), json -> write(json, organization, session, found)))
                .orElseGet(() -> Reply.ok(List.of(), JsonGenerator::writeNull));
    }

    private static void write(JsonGenerator json, UUID organization, Conversation session, Satisfaction.Score score) {
        Members members = new Members(json);
        json.writeStartObject();
        json.writeStringProperty("id", score.id().toString());
        json.writeStringProperty("organization_id", organization.toString());
        json.writeStringProperty("session_id", session.id().toString());
        json.writeNumberProperty("score", score.score());
        members.nullable("comment", score.comment());
        json.writeStringProperty("channel", session.channel().word());
        json.writeStringProperty("created_at", Moments.millis(score.created()));
        json.writeStringProperty("updated_at", Moments.millis(score.updated()));
        json.writeName("contact");
        contact(members, session.contact());
        json.writeEndObject();
    }

    private static void contact(Members members, @Nullable Contact contact) {
        if (contact == null) {
            members.json().writeNull();
            return;
        }
        members.json().writeStartObject();
        members.json().writeStringProperty("id", contact.id().toString());
        members.nullable("email", contact.email());
        members.nullable("phone_number", contact.phone());
        members.nullable("name", contact.name());
        members.nullable("custom_data", contact.customData());
        members.json().writeEndObject();
    }
}
