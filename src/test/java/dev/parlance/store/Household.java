package dev.parlance.store;

import dev.parlance.clock.Errand;
import dev.parlance.clock.PassingTime;
import dev.parlance.conversation.AttentionItem;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.State;
import dev.parlance.journal.Change;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Followers;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Stamp;
import dev.parlance.journal.Writer;
import dev.parlance.query.AttentionItems;
import dev.parlance.query.Row;
import dev.parlance.responder.Answering;
import dev.parlance.responder.Knowledge;
import dev.parlance.responder.Responders;
import dev.parlance.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One tenant with conversations in a database of its own, and as many servers as are started to do what is due.
public final class Household implements AutoCloseable {
    private final StoreFixture store = StoreFixture.open();
    private final Tenant tenant = store.tenant("one");
    private final Writer writer = writer();
    private final PostgresConversations conversations = new PostgresConversations(store.database());
    private final Deque<Errands> servers = new ArrayDeque<>();

    public StoreFixture store() {
        return store;
    }

    public Tenant tenant() {
        return tenant;
    }

    public Writer writer() {
        return new Writer(new PostgresLedger(store.database(), Clock.systemUTC()), new Followers());
    }

    public PostgresConversations conversations() {
        return conversations;
    }

    /// One more server that does these errands.
    public Errands serve(Errands.Lane... lanes) {
        Errands errands = Errands.start(store.database(), List.of(lanes));
        servers.push(errands);
        return errands;
    }

    /// One more server that lets time pass.
    public Errands serveTime() {
        PassingTime time = new PassingTime(conversations, writer(), Clock.systemUTC());
        return serve(new Errands.Lane(time, 64, Duration.ofMillis(250)));
    }

    /// One more server that has contacts answered, with these variables in its environment.
    public Errands serveAnswers(Map<String, String> variables) {
        Errand answering = new Answering(new Answering.Ground(
                conversations,
                writer(),
                new PostgresAgenda(store.database()),
                responders(),
                knowledge(),
                variables::get,
                Clock.systemUTC()));
        return serve(new Errands.Lane(answering, 8, Duration.ofMillis(50)));
    }

    public Responders responders() {
        return new PostgresResponders(store.database());
    }

    public Knowledge knowledge() {
        return new PostgresKnowledge(store.database());
    }

    /// Begins a conversation and does deeds to it.
    public UUID open(Deed... deeds) {
        return open((Instant) null, deeds);
    }

    /// Begins a conversation, scheduled when it has a moment to begin.
    public UUID open(@Nullable Instant begins, Deed... deeds) {
        UUID id = UUID.randomUUID();
        Drafts draft = Drafts.of(id.toString()).id(id);
        if (begins != null) {
            draft.state(State.SCHEDULED);
        }
        write(new Command.Open(draft.draft(), List.of(deeds), Stamp.of(By.api("test"))));
        return id;
    }

    /// Begins many conversations alike, at once.
    public List<UUID> openMany(int count, Deed... deeds) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(count).toList();
        writer.write(
                tenant.id(),
                ids.stream()
                        .map(id -> new Command.Open(
                                Drafts.of(id.toString()).id(id).draft(), List.of(deeds), Stamp.of(By.api("test"))))
                        .toList());
        return ids;
    }

    public Outcome act(UUID conversation, Deed... deeds) {
        return write(new Command.Act(Command.Target.of(conversation), List.of(deeds), Stamp.of(By.api("test"))));
    }

    public Outcome write(Command command) {
        Outcome outcome = writer.write(tenant.id(), List.of(command)).getFirst();
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.problem().refusal();
        }
        return outcome;
    }

    public Row row(UUID id) {
        return conversations.find(tenant.id(), id, true).orElseThrow();
    }

    public Conversation conversation(UUID id) {
        return row(id).conversation();
    }

    /// What people must look at in the conversation.
    public List<AttentionItem> attention(UUID id) {
        return new PostgresAttentionItems(store.database())
                .list(tenant.id(), new AttentionItems.Wanted(null, id, null), null, 100);
    }

    /// What was done to the conversation.
    public List<Change> changes(UUID id, Change.Kind kind) {
        return new PostgresChronicle(store.database())
                .timeline(tenant.id(), conversation(id).number()).stream()
                        .filter(change -> change.kind() == kind)
                        .toList();
    }

    /// How many wakes of a task there are.
    public int wakes(String task) {
        return store.database()
                .askOnce(Sql.of("select count(*) from scheduled_tasks where task_name = ?", task), rows -> {
                    rows.next();
                    return rows.getInt(1);
                });
    }

    /// Runs SQL as the owner of the tables.
    public void run(String sql) {
        try (var connection = store.owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether it becomes so in time.
    public static boolean becomes(Duration patience, BooleanSupplier so) {
        Instant end = Instant.now().plus(patience);
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    @Override
    public void close() {
        servers.forEach(Errands::close);
        store.close();
    }
}
