package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import dev.parlance.query.Filter;
import dev.parlance.query.Marks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Looks whether a question's answer must lie among a few conversations: those with some tag or some value of custom
/// data.
/// Then these are gathered and sorted. Left to itself, PostgreSQL would often rather walk through the whole tenant in
/// order,
/// because it cannot know that all of the few are old.
final class Few {
    /// So many are gathered and sorted in a few milliseconds.
    private static final int MOST = 5_000;

    private Few() {}

    /// The numbers to look among, empty when there are too many or no such condition.
    static Optional<Sql> find(Connection connection, TenantId tenant, Filter filter) throws SQLException {
        OptionalLong rarest = OptionalLong.empty();
        long least = MOST + 1L;
        for (long mark : required(filter).toList()) {
            long count = count(connection, tenant, mark);
            if (count < least) {
                least = count;
                rarest = OptionalLong.of(mark);
            }
        }
        return rarest.isEmpty()
                ? Optional.empty()
                : Optional.of(Sql.of(
                        "select m.number from conversation_mark m where m.tenant_id = ? and m.mark = ?",
                        tenant.value(),
                        rarest.getAsLong()));
    }

    /// Whether the filter has a condition that makes looking worthwhile.
    static boolean isPossible(Filter filter) {
        return required(filter).findAny().isPresent();
    }

    /// Marks that every matching conversation has.
    private static Stream<Long> required(Filter filter) {
        return switch (filter) {
            case Filter.All all -> all.filters().stream().flatMap(Few::required);
            case Filter.Any any ->
                any.filters().size() == 1 ? required(any.filters().getFirst()) : Stream.empty();
            case Filter.Tagged tagged -> Stream.of(Marks.tag(tagged.tag()));
            case Filter.CustomData custom ->
                custom.owner() == Filter.Owner.CONVERSATION ? Marks.telling(custom.object()).stream() : Stream.empty();
            case Filter.Not not -> Stream.empty();
            case Filter.OneOf one -> Stream.empty();
            case Filter.Present present -> Stream.empty();
            case Filter.During during -> Stream.empty();
            case Filter.Between between -> Stream.empty();
            case Filter.Contains contains -> Stream.empty();
            case Filter.Words words -> Stream.empty();
            case Filter.Used used -> Stream.empty();
        };
    }

    private static long count(Connection connection, TenantId tenant, long mark) throws SQLException {
        return Sql.of("""
                        select count(*) from (
                          select from conversation_mark m where m.tenant_id = ? and m.mark = ? limit ?) found
                        """, tenant.value(), mark, MOST + 1).ask(connection, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }
}
