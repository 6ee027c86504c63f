package dev.parlance.command;

import dev.parlance.http.Dialect;
import dev.parlance.http.HttpServer;
import dev.parlance.intake.Importer;
import dev.parlance.intake.Progress;
import dev.parlance.intake.Rejections;
import dev.parlance.intake.Tenants;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.FileLinks;
import dev.parlance.tenant.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Everything at once, for a first look: a database, sample conversations, the server, a token and a request per vendor
/// call.
@Command(
        name = "demo",
        description = "Runs a server with sample conversations and prints how to ask it. Safe to run again.")
public final class DemoCommand implements Callable<Integer> {
    private static final String TENANT = "demo";
    private static final String SAMPLE = "/dev/parlance/sample/conversations.ndjson";
    private static final Path DATA = Path.of("data", "demo");

    private final List<Function<Doors, Dialect>> dialects;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public DemoCommand(List<Function<Doors, Dialect>> dialects) {
        this.dialects = dialects;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Complaints complaints = new Complaints();
        DataOptions.Place place = data.place(System.getenv(), DATA, complaints);
        HttpServer.Settings settings = listen.settings(System.getenv(), complaints);
        FileLinks.Terms links = listen.links(System.getenv(), complaints);
        complaints.tell();
        Running running = new Running();
        House house = running.keep(House.open(place, ServeCommand.CONNECTIONS, line -> ServeCommand.say(out, line)));
        Tenant tenant = house.registry().create(TENANT).orElseGet(() -> house.tenant(TENANT));
        ServeCommand.say(out, "Sample conversations: " + importSample(house, tenant));
        String token = new DemoToken(house, tenant, directory(place)).get();
        Server server = running.keep(new Server(house, settings, links, dialects));
        String address = "http://" + settings.host() + ":" + server.port();
        new DemoGuide(address, tenant, token).print(out);
        ServeCommand.say(out, "Ctrl-C stops it; run again, it goes on with the same data and token.");
        ServeCommand.say(out, "Parlance is listening on " + address);
        running.untilStopped();
        return 0;
    }

    private static Path directory(DataOptions.Place place) {
        return switch (place) {
            case DataOptions.Place.Embedded embedded -> embedded.directory();
            case DataOptions.Place.Elsewhere elsewhere -> DATA.toAbsolutePath();
        };
    }

    private static String importSample(House house, Tenant tenant) throws IOException {
        try (InputStream sample = Objects.requireNonNull(DemoCommand.class.getResourceAsStream(SAMPLE));
                Rejections rejections = new Rejections(null);
                Tenants.Opened opened = HouseTenants.of(house, tenant)) {
            Importer importer = new Importer(opened, rejections, Progress.silent());
            return importer.run(List.of("-"), null, sample).counts().line();
        }
    }
}
