package dev.parlance.bench;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Outcome;
import dev.parlance.store.Database;
import dev.parlance.store.DatabaseAddress;
import dev.parlance.store.PostgresLedger;
import dev.parlance.store.PostgresRegistry;
import dev.parlance.store.embedded.EmbeddedPostgres;
import dev.parlance.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// Fills a data directory through the ledger, the door that every change takes, so that all tables agree as they would
/// in use. A directory that was filled once is kept.
final class Load {
    private static final int BATCH = 1_000;
    private static final int LOADERS = 3;
    private static final String CHECKPOINTS = "checkpoint_timeout,max_wal_size";

    private final World world;
    private final AtomicLong conversations = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final long began = System.nanoTime();

    private Load(World world) {
        this.world = world;
    }

    static void into(Path directory, World world) throws Exception {
        Path done = directory.resolve("loaded");
        String described = world + "\n";
        if (Files.exists(done) && Files.readString(done).equals(described)) {
            System.out.println("Using the " + world.conversations() + " conversations in " + directory);
            return;
        }
        if (Files.exists(directory.resolve("postgres"))) {
            throw new IllegalStateException(directory + " holds something else, or half of a load: delete it first");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, System.out::println)) {
            new Load(world).run(postgres);
        }
        Files.writeString(done, described);
    }

    private void run(EmbeddedPostgres postgres) throws Exception {
        DatabaseAddress address = new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
        try (Database database = Database.open(address, LOADERS + 1);
                ExecutorService loaders = Executors.newFixedThreadPool(LOADERS)) {
            Plain plain = new Plain(postgres);
            spaceCheckpoints(plain);
            List<Future<?>> waiting = new ArrayList<>();
            int[] sizes = world.sizes();
            Talk talk = new Talk(new Vocabulary(world.seed()));
            for (int tenant = 0; tenant < sizes.length; tenant++) {
                Tenancy tenancy = new Tenancy(world, tenant, sizes[tenant], talk);
                TenantId id = tenant(database, World.tenant(tenant));
                waiting.add(loaders.submit(() -> fill(database, id, tenancy)));
            }
            follow(waiting);
            finish(plain);
        }
    }

    private static TenantId tenant(Database database, String name) {
        return new PostgresRegistry(database).create(name).map(Tenant::id).orElseThrow();
    }

    private void fill(Database database, TenantId tenant, Tenancy tenancy) {
        PostgresLedger ledger = new PostgresLedger(database, Clock.systemUTC());
        for (int from = 0; from < tenancy.size(); from += BATCH) {
            List<Command.Put> batch = new ArrayList<>(BATCH);
            for (int place = from; place < Math.min(from + BATCH, tenancy.size()); place++) {
                batch.add(new Command.Put(tenancy.draft(place)));
            }
            ledger.commit(tenant, batch).outcomes().forEach(Load::check);
            conversations.addAndGet(batch.size());
            batch.forEach(put -> messages.addAndGet(put.draft().messages().size()));
        }
    }

    private static void check(Outcome outcome) {
        if (!(outcome instanceof Outcome.Created)) {
            throw new IllegalStateException("not created: " + outcome);
        }
    }

    private void follow(List<Future<?>> waiting) throws InterruptedException, ExecutionException {
        long next = System.nanoTime();
        for (Future<?> each : waiting) {
            while (!each.isDone()) {
                Thread.sleep(200);
                if (System.nanoTime() > next) {
                    say();
                    next = System.nanoTime() + 10_000_000_000L;
                }
            }
            each.get();
        }
        say();
    }

    private void say() {
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "  %,d of %,d conversations, %,d messages, %,.0f messages a second%n",
                conversations.get(), world.conversations(), messages.get(), messages.get() / seconds);
    }

    /// For the load alone: checkpoints come rarely, as for any bulk load.
    private static void spaceCheckpoints(Plain plain) throws SQLException {
        plain.run("alter system set checkpoint_timeout = '30min'");
        plain.run("alter system set max_wal_size = '8GB'");
        plain.run("select pg_reload_conf()");
    }

    private static void finish(Plain plain) throws SQLException, IOException {
        System.out.println("  vacuum and analyze");
        plain.run("vacuum (analyze)");
        for (String setting : CHECKPOINTS.split(",", -1)) {
            plain.run("alter system reset " + setting);
        }
        plain.run("checkpoint");
    }
}
