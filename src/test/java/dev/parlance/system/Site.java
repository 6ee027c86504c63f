package dev.parlance.system;

import dev.parlance.command.DataOptions;
import dev.parlance.command.House;
import dev.parlance.tenant.NewToken;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Scopes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A data directory with a server on it, and the commands that are run beside that server.
final class Site implements AutoCloseable {
    private final Path folder;
    private final Path data;
    private final Parlance server;

    private Site(Path folder) {
        this.folder = folder;
        this.data = Parlance.dataIn(folder);
        this.server = serve();
    }

    /// The server that most tests share: started when first needed, stopped when the tests' JVM ends.
    static Site shared() {
        return Shared.SITE;
    }

    /// A server of one's own in an empty folder.
    static Site in(Path folder) {
        return new Site(folder);
    }

    /// One more server on the same data.
    Parlance serve(String... more) {
        List<String> words = new ArrayList<>(List.of("serve", "--port", "0", "--data", data.toString()));
        words.addAll(List.of("--requests-per-minute", "0", "--streams-per-minute", "0"));
        words.addAll(List.of(more));
        return Parlance.listening(folder, words);
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return data;
    }

    Parlance server() {
        return server;
    }

    /// Runs a command on the site's data.
    Ended run(String... words) {
        return run("", words);
    }

    Ended run(String input, String[] words) {
        return start(words).ended(input);
    }

    Parlance start(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return Parlance.start(folder, all);
    }

    /// Makes a tenant by the command and gives its id.
    String createTenant(String name) {
        return run("tenant", "create", name).with(0).lastLine();
    }

    /// Makes a token by the command, with further options.
    Caller createToken(String tenant, String... more) {
        List<String> words = new ArrayList<>(List.of("token", "create", "--tenant", tenant));
        words.addAll(List.of(more));
        return new Caller(
                server.address(), run(words.toArray(String[]::new)).with(0).lastLine());
    }

    /// Makes a tenant as the command does, without a process for it.
    String tenant(String name) {
        try (House house = house()) {
            return house.registry().create(name).orElseThrow().publicId().toString();
        }
    }

    /// Makes a token as the command does, without a process for it; no scope is full access.
    Caller token(String tenant, String... scopes) {
        try (House house = house()) {
            Set<Permission> permissions = scopes.length == 0 ? Scopes.all() : EnumSet.noneOf(Permission.class);
            for (String scope : scopes) {
                permissions.addAll(Scopes.find(scope, "pl_").orElseThrow());
            }
            NewToken wanted = new NewToken("pl_", List.of(house.tenant(tenant)), null, permissions, null, null, null);
            return new Caller(server.address(), house.tokens().create(wanted).text());
        }
    }

    /// The store itself, beside the server.
    House house() {
        return House.open(new DataOptions.Place.Embedded(data), 2, line -> {});
    }

    /// Imports records from standard input; all must be good.
    Ended take(String tenant, String records) {
        return run(records, new String[] {"import", "-", "--tenant", tenant}).with(0);
    }

    @Override
    public void close() {
        server.close();
        Processes.assertNoneUses(data);
    }

    private static final class Shared {
        static final Site SITE = site();

        private static Site site() {
            try {
                Path folder = Files.createTempDirectory("parlance-site");
                Site site = new Site(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(site)));
                return site;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void remove(Site site) {
            site.close();
            try (Stream<Path> files = Files.walk(site.folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException | UncheckedIOException e) {
                System.err.println("left behind: " + site.folder);
            }
        }
    }
}
