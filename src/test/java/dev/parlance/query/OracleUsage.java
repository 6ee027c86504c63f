package dev.parlance.query;

import dev.parlance.conversation.Message;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.UseKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks resources up by reading every message, in the plainest way: what all other answers are held against.
public final class OracleUsage implements ResourceUsage {
    private static final Comparator<Summary> RECENT_FIRST = Comparator.comparing(Summary::lastUsed)
            .reversed()
            .thenComparing(Summary::resourceId, OracleUsage::compareBytes);

    private final Map<TenantId, List<Row>> rows = new ConcurrentHashMap<>();

    public OracleUsage with(TenantId tenant, List<Row> all) {
        rows.put(tenant, List.copyOf(all));
        return this;
    }

    @Override
    public Lookup conversations(TenantId tenant, @Nullable UUID workspace, Used used, int limit, long offset) {
        List<Hit> hits = rows(tenant, workspace)
                .flatMap(row -> hit(row, used).stream())
                .sorted(Comparator.comparing(Hit::lastUsed)
                        .thenComparingLong(Hit::number)
                        .reversed())
                .toList();
        return new Lookup(hits.stream().skip(offset).limit(limit).toList(), hits.size());
    }

    @Override
    public List<Summary> resources(TenantId tenant, @Nullable UUID workspace, Listing listing) {
        return rows(tenant, workspace)
                .flatMap(row -> row.messages().stream())
                .flatMap(message -> message.uses().stream())
                .filter(use -> use.type() == listing.type())
                .map(use -> use.resourceId())
                .distinct()
                .flatMap(id -> summary(tenant, workspace, listing.type(), id, listing.span()).stream())
                .sorted(RECENT_FIRST)
                .filter(summary -> listing.after() == null || comesAfter(summary, listing.after()))
                .limit(listing.limit())
                .toList();
    }

    @Override
    public Optional<Summary> summary(
            TenantId tenant, @Nullable UUID workspace, ResourceType type, String resourceId, Span span) {
        Filter.Used applied = new Filter.Used(type, resourceId, UseKind.APPLIED, span);
        Filter.Used available = new Filter.Used(type, resourceId, UseKind.AVAILABLE, span);
        List<Row> using = rows(tenant, workspace)
                .filter(row -> replies(applied, row) + replies(available, row) > 0)
                .toList();
        List<Instant> moments = using.stream()
                .flatMap(row -> Stream.of(applied, available).flatMap(used -> Oracle.repliesUsing(used, row).stream()))
                .sorted()
                .toList();
        return using.isEmpty()
                ? Optional.empty()
                : Optional.of(new Summary(
                        resourceId,
                        using.size(),
                        conversations(applied, using),
                        allReplies(applied, using),
                        conversations(available, using),
                        allReplies(available, using),
                        using.stream()
                                .filter(row -> row.conversation().handoff() != null)
                                .count(),
                        moments.getFirst(),
                        moments.getLast()));
    }

    private static Optional<Hit> hit(Row row, Used used) {
        List<Instant> replies =
                Oracle.repliesUsing(new Filter.Used(used.type(), used.resourceId(), used.kind(), used.span()), row);
        List<Message> messages = row.messages();
        return replies.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hit(
                        row.conversation().id(),
                        row.conversation().number(),
                        messages.getLast().text(),
                        replies.size(),
                        replies.stream().min(Comparator.naturalOrder()).orElseThrow(),
                        replies.stream().max(Comparator.naturalOrder()).orElseThrow()));
    }

    private Stream<Row> rows(TenantId tenant, @Nullable UUID workspace) {
        return rows.getOrDefault(tenant, List.of()).stream()
                .filter(row ->
                        workspace == null || row.conversation().workspace().id().equals(workspace));
    }

    private static int replies(Filter.Used used, Row row) {
        return Oracle.repliesUsing(used, row).size();
    }

    private static long conversations(Filter.Used used, List<Row> rows) {
        return rows.stream().filter(row -> replies(used, row) > 0).count();
    }

    private static long allReplies(Filter.Used used, List<Row> rows) {
        return rows.stream().mapToLong(row -> replies(used, row)).sum();
    }

    private static boolean comesAfter(Summary summary, Last last) {
        int time = summary.lastUsed().compareTo(last.lastUsed());
        return time < 0 || (time == 0 && compareBytes(summary.resourceId(), last.resourceId()) > 0);
    }

    /// The order of PostgreSQL's collation `C`.
    private static int compareBytes(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
