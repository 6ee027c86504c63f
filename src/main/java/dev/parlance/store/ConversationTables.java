package dev.parlance.store;

import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Settled;
import dev.parlance.query.Marks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes changed conversations into all their tables. Of a conversation that was there, a table's rows are replaced
/// only when they would differ.
final class ConversationTables {
    /// The words of a message that is added to others make a part of their own, which takes its number from the place
    /// of
    /// the message.
    private static final int FIRST_ADDED = 1_000_000;

    private final Connection connection;
    private final TenantId tenant;
    private final List<Slot> changed;

    ConversationTables(Connection connection, TenantId tenant, List<Slot> changed) {
        this.connection = connection;
        this.tenant = tenant;
        this.changed = changed;
    }

    void write() throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        writeRows();
        writeDetails();
        writeMarks();
        List<Slot> retold = differing(Settled::messages);
        writeMessages(retold);
        writeWords();
        dropFiles();
        UseTables uses = new UseTables(connection, tenant);
        uses.replace(retold.stream().filter(slot -> slot.untold() == 0).toList());
        uses.total(changed);
    }

    /// Most deeds change little of a row.
    private void writeRows() throws SQLException {
        List<Slot> moved = changed.stream().filter(MovedRow::suits).toList();
        List<Slot> others =
                changed.stream().filter(slot -> !MovedRow.suits(slot)).toList();
        MovedRow.of(moved).change(connection, tenant, MovedRow.UPDATE);
        delete("delete from conversation where tenant_id = ? and number = any(?)", others);
        ConversationRow.of(others).change(connection, tenant, ConversationRow.INSERT);
    }

    private void writeDetails() throws SQLException {
        List<Slot> slots = differing(settled -> DetailRow.content(settled.conversation()));
        delete("delete from conversation_detail where tenant_id = ? and number = any(?)", slots);
        DetailRow.of(slots).change(connection, tenant, DetailRow.INSERT);
    }

    private void writeMarks() throws SQLException {
        List<Slot> slots = differing(ConversationTables::marked);
        delete("delete from conversation_mark where tenant_id = ? and number = any(?)", slots);
        Columns rows = new Columns();
        for (Slot slot : slots) {
            marks(slot.after().conversation()).forEach(mark -> rows.add(mark, slot.number()));
        }
        rows.change(connection, tenant, """
                insert into conversation_mark (tenant_id, mark, number) select ?, m.* from unnest(?::int8[], ?::int8[]) m
                """);
    }

    /// What the marks follow from.
    private static Object marked(Settled settled) {
        Conversation conversation = settled.conversation();
        return Arrays.asList(conversation.tags(), conversation.customData());
    }

    private static Set<Long> marks(Conversation conversation) {
        return Marks.of(conversation.tags(), conversation.customData());
    }

    private void writeMessages(List<Slot> slots) throws SQLException {
        deleteWhole("delete from message where tenant_id = ? and number = any(?)", slots);
        Columns rows = new Columns();
        for (Slot slot : slots) {
            List<Message> messages = slot.after().messages();
            for (int position = 0; position < messages.size(); position++) {
                Message each = messages.get(position);
                rows.add(
                        slot.number(),
                        slot.untold() + position,
                        each.id(),
                        each.author(),
                        each.authorName(),
                        each.at(),
                        each.text(),
                        TranscriptRows.text(each.attachments()));
            }
        }
        rows.change(connection, tenant, """
                insert into message (tenant_id, number, position, id, author, author_name, at, text, attachments)
                select ?, m.* from unnest(?::int8[], ?::int4[], ?::uuid[], ?::int2[], ?::text[], ?::timestamptz[],
                  ?::text[], ?::text[]) m
                """);
    }

    private void writeWords() throws SQLException {
        List<Slot> slots = differing(Slot::texts);
        deleteWhole("delete from conversation_words where tenant_id = ? and number = any(?)", slots);
        Columns rows = new Columns();
        for (Slot slot : slots) {
            int first = slot.untold() == 0 ? 0 : FIRST_ADDED + slot.untold();
            List<String> parts = WordVectors.of(tenant, slot.words());
            for (int part = 0; part < parts.size(); part++) {
                rows.add(slot.number(), first + part, parts.get(part));
            }
        }
        rows.change(connection, tenant, """
                insert into conversation_words (tenant_id, number, part, words)
                select ?, w.* from unnest(?::int8[], ?::int4[], ?::tsvector[]) w
                """);
    }

    /// Files that are named no more go at once, whoever changed the conversation.
    private void dropFiles() throws SQLException {
        List<UUID> dropped = new ArrayList<>();
        for (Slot slot : changed) {
            Set<String> names = slot.before() == null ? Set.of() : files(slot.before());
            Set<String> left = names.isEmpty() ? Set.of() : files(slot.after());
            names.stream()
                    .filter(name -> !left.contains(name))
                    .forEach(name -> dropped.add(StableId.file(slot.number(), name)));
        }
        if (!dropped.isEmpty()) {
            PostgresFiles.drop(connection, tenant, dropped);
        }
    }

    private static Set<String> files(Settled settled) {
        Recording recording = settled.conversation().recording();
        Stream<@Nullable String> attached = settled.messages().stream()
                .flatMap(message -> message.attachments().stream())
                .map(Attachment::file);
        return Stream.concat(attached, Stream.ofNullable(recording == null ? null : recording.file()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    private List<Slot> differing(Function<Settled, Object> part) {
        return changed.stream().filter(slot -> differs(slot, part)).toList();
    }

    private static boolean differs(Slot slot, Function<Settled, Object> part) {
        Settled before = slot.before();
        return before == null || !part.apply(before).equals(part.apply(slot.after()));
    }

    /// Of conversations whose messages are all at hand.
    private void deleteWhole(String statement, List<Slot> slots) throws SQLException {
        delete(statement, slots.stream().filter(slot -> slot.untold() == 0).toList());
    }

    private void delete(String statement, List<Slot> slots) throws SQLException {
        List<Long> numbers = slots.stream()
                .filter(slot -> slot.before() != null)
                .map(Slot::number)
                .toList();
        if (!numbers.isEmpty()) {
            Sql.of(statement, tenant.value(), new Sql.Values("int8", numbers)).change(connection);
        }
    }
}
