package dev.parlance.command;

import dev.parlance.journal.Followers;
import dev.parlance.journal.Writer;
import dev.parlance.store.Database;
import dev.parlance.store.DatabaseAddress;
import dev.parlance.store.PostgresConversations;
import dev.parlance.store.PostgresFiles;
import dev.parlance.store.PostgresLedger;
import dev.parlance.store.PostgresRegistry;
import dev.parlance.store.embedded.EmbeddedPostgres;
import dev.parlance.tenant.Registry;
import dev.parlance.tenant.Tenant;
import dev.parlance.tenant.Tokens;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The store and what stands directly on it, wired by hand. Closing it closes everything in the opposite order.
public final class House implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final DatabaseAddress address;
    private final Database database;
    private final Registry registry;
    private final Tokens tokens;
    private final Followers followers = new Followers();
    private final Writer writer;
    private final PostgresConversations conversations;
    private final PostgresFiles files;

    private House(DataOptions.Place place, int connections, Consumer<String> progress) {
        this.address = address(place, progress);
        this.database = keep(Database.open(address, connections));
        this.registry = new PostgresRegistry(database);
        this.tokens = new Tokens(registry, Clock.systemUTC());
        this.writer = new Writer(new PostgresLedger(database, Clock.systemUTC()), followers);
        this.conversations = new PostgresConversations(database);
        this.files = new PostgresFiles(database);
    }

    /// Opens the place: starts or joins its embedded database, migrates, connects.
    public static House open(DataOptions.Place place, int connections, Consumer<String> progress) {
        return new House(place, connections, progress);
    }

    /// Where the database is.
    public DatabaseAddress address() {
        return address;
    }

    public Database database() {
        return database;
    }

    public Registry registry() {
        return registry;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Writer writer() {
        return writer;
    }

    public Followers followers() {
        return followers;
    }

    public PostgresFiles files() {
        return files;
    }

    public PostgresConversations conversations() {
        return conversations;
    }

    /// The tenant of this name.
    ///
    /// @throws CannotDo naming the tenants there are
    public Tenant tenant(String name) {
        return registry.findTenant(name).orElseThrow(() -> new CannotDo("There is no tenant " + name + ". " + known()));
    }

    private String known() {
        String names = registry.listTenants().stream().map(Tenant::name).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "There are none yet: ./parlance tenant create NAME makes one."
                : "There are: " + names + ".";
    }

    private DatabaseAddress address(DataOptions.Place place, Consumer<String> progress) {
        return switch (place) {
            case DataOptions.Place.Elsewhere elsewhere -> elsewhere.address();
            case DataOptions.Place.Embedded embedded -> {
                EmbeddedPostgres postgres = keep(EmbeddedPostgres.start(embedded.directory(), progress));
                yield new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
            }
        };
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
