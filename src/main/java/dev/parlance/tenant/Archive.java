package dev.parlance.tenant;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.ResourceType;
import dev.parlance.journal.Change;
import dev.parlance.journal.Chronicle;
import dev.parlance.problem.Problem;
import dev.parlance.query.Answer;
import dev.parlance.query.Conversations;
import dev.parlance.query.Filter;
import dev.parlance.query.Query;
import dev.parlance.query.Records;
import dev.parlance.query.ResourceUsage;
import dev.parlance.query.Row;
import dev.parlance.query.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one door to a tenant's conversations. Whatever is asked, the token's tenant and workspace are underneath, and
/// what the
/// token may not see is neither shown nor asked by.
public final class Archive {
    private final Conversations conversations;
    private final ResourceUsage usage;
    private final Records records;
    private final Chronicle chronicle;

    public Archive(Conversations conversations, ResourceUsage usage, Records records, Chronicle chronicle) {
        this.conversations = conversations;
        this.usage = usage;
        this.records = records;
        this.chronicle = chronicle;
    }

    /// One conversation, with its messages when the transcript is wanted and may be seen.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, whether nobody has it or another does; Forbidden without
    ///     `conversations:read`
    public Row get(Access access, UUID id, boolean transcript) {
        access.require(Permission.CONVERSATIONS_READ);
        boolean seen = transcript && access.seesSensitive();
        return records.find(access.tenant().id(), id, seen)
                .filter(row -> isReached(access, row))
                .map(row -> Visible.to(access, row))
                .orElseThrow(() -> new Problem.NotFound("Conversation").refusal());
    }

    /// The conversation that has this message.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, whether nobody has it or another does
    public Row getByMessage(Access access, UUID message) {
        access.require(Permission.CONVERSATIONS_READ);
        return Visible.to(access, holder(access, message));
    }

    /// The id of the conversation that has this message, for who may change it.
    ///
    /// @throws dev.parlance.problem.Refusal NotFound, whether nobody has it or another does
    public UUID getHolder(Access access, UUID message) {
        access.require(Permission.CONVERSATIONS_WRITE);
        return holder(access, message).conversation().id();
    }

    private Row holder(Access access, UUID message) {
        return records.findByMessage(access.tenant().id(), message)
                .flatMap(id -> records.find(access.tenant().id(), id, false))
                .filter(row -> isReached(access, row))
                .orElseThrow(() -> new Problem.NotFound("Message").refusal());
    }

    private static boolean isReached(Access access, Row row) {
        return access.workspace() == null
                || access.workspace().id().equals(row.conversation().workspace().id());
    }

    /// The moment of the last change: what is read from now on has all that changed until then, and everything that
    /// changes from now on does so later.
    public Instant asOf(Access access) {
        access.require(Permission.CONVERSATIONS_READ);
        return records.asOf(access.tenant().id());
    }

    /// What was done to a conversation, in order, its messages aside. Details need `conversations:read_sensitive`.
    public List<Change> timeline(Access access, Conversation conversation) {
        access.require(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE);
        return chronicle.timeline(access.tenant().id(), conversation.number());
    }

    /// The tenant's journal after one of its numbers, at most `limit` entries: what everybody did.
    ///
    /// @throws dev.parlance.problem.Refusal Forbidden without `admin`, or with a token of one workspace
    public List<Change> audit(Access access, long after, int limit) {
        access.require(Permission.ADMIN);
        if (access.workspace() != null) {
            throw new Problem.Forbidden("The journal is not for a token of one workspace.").refusal();
        }
        return chronicle.after(access.tenant().id(), after, limit);
    }

    /// Answers a question as this token may see it.
    ///
    /// @throws dev.parlance.problem.Refusal Forbidden without `conversations:read`, or when the question touches a
    /// hidden field
    public Answer ask(Access access, Query query) {
        Answer answer = conversations.answer(access.tenant().id(), permitted(access, query));
        List<Row> rows =
                answer.rows().stream().map(row -> Visible.to(access, row)).toList();
        return new Answer(rows, answer.more(), answer.total());
    }

    /// Gives the rows of any number, one after the other, under the same rules as [#ask].
    public void stream(Access access, Query query, Consumer<Row> rows) {
        conversations.stream(
                access.tenant().id(), permitted(access, query), row -> rows.accept(Visible.to(access, row)));
    }

    /// The conversations in which a resource was used; last messages are null for a token that may not see them.
    public ResourceUsage.Lookup lookUp(Access access, ResourceUsage.Used used, int limit, long offset) {
        access.require(Permission.CONVERSATIONS_READ);
        ResourceUsage.Lookup found = usage.conversations(access.tenant().id(), workspace(access), used, limit, offset);
        List<ResourceUsage.Hit> hits =
                found.hits().stream().map(hit -> Visible.to(access, hit)).toList();
        return new ResourceUsage.Lookup(hits, found.total());
    }

    /// The resources that were used, most recently used first.
    public List<ResourceUsage.Summary> resources(Access access, ResourceUsage.Listing listing) {
        access.require(Permission.CONVERSATIONS_READ);
        return usage.resources(access.tenant().id(), workspace(access), listing);
    }

    /// One resource's use, empty when it was never used in the span.
    public Optional<ResourceUsage.Summary> findUse(Access access, ResourceType type, String resourceId, Span span) {
        access.require(Permission.CONVERSATIONS_READ);
        return usage.summary(access.tenant().id(), workspace(access), type, resourceId, span);
    }

    private static Query permitted(Access access, Query query) {
        access.require(Permission.CONVERSATIONS_READ);
        Visible.check(access, query);
        return access.workspace() == null
                ? query
                : query.withFilter(
                        new Filter.All(List.of(Visible.within(access.workspace().id()), query.filter())));
    }

    private static @Nullable UUID workspace(Access access) {
        return access.workspace() == null ? null : access.workspace().id();
    }
}
