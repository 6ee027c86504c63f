package dev.parlance.store;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The messages of conversations, with what they used.
final class TranscriptRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {};

    private TranscriptRows() {}

    /// The messages by conversation number, oldest first; a conversation without messages is absent.
    static Map<Long, List<Message>> read(Connection connection, TenantId tenant, List<Long> numbers)
            throws SQLException {
        Sql.Values asked = new Sql.Values("int8", numbers);
        Map<Place, List<Use>> uses = Sql.of("""
                        select number, position, type, resource_id, kind, name, arguments, result, error from resource_use
                        where tenant_id = ? and number = any(?) order by number, position, ordinal
                        """, tenant.value(), asked).ask(connection, TranscriptRows::uses);
        return Sql.of("""
                        select number, position, id, author, author_name, at, text, attachments from message
                        where tenant_id = ? and number = any(?) order by number, position
                        """, tenant.value(), asked).ask(connection, rows -> messages(rows, uses));
    }

    private record Place(long number, int position) {}

    private static Map<Place, List<Use>> uses(ResultSet rows) throws SQLException {
        Map<Place, List<Use>> uses = new HashMap<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            Place place = new Place(cells.number(), cells.whole());
            uses.computeIfAbsent(place, none -> new ArrayList<>()).add(use(cells));
        }
        return uses;
    }

    private static Use use(Cells cells) throws SQLException {
        ResourceType type = cells.word(ResourceType.values());
        String resource = cells.text();
        UseKind kind = cells.word(UseKind.values());
        return new Use(type, resource, kind, cells.findText(), cells.findJson(), cells.findJson(), cells.flag());
    }

    private static Map<Long, List<Message>> messages(ResultSet rows, Map<Place, List<Use>> uses) throws SQLException {
        Map<Long, List<Message>> messages = new HashMap<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            Place place = new Place(cells.number(), cells.whole());
            messages.computeIfAbsent(place.number(), none -> new ArrayList<>())
                    .add(message(cells, uses.getOrDefault(place, List.of())));
        }
        return messages;
    }

    private static Message message(Cells cells, List<Use> uses) throws SQLException {
        return new Message(
                cells.id(),
                cells.word(Author.values()),
                cells.findText(),
                cells.instant(),
                cells.text(),
                attachments(cells.findText()),
                uses);
    }

    /// How attachments are kept: null for none.
    static @Nullable String text(List<Attachment> attachments) {
        return attachments.isEmpty() ? null : JSON.writeValueAsString(attachments);
    }

    static List<Attachment> attachments(@Nullable String text) {
        return text == null ? List.of() : JSON.readValue(text, ATTACHMENTS);
    }
}
