package dev.parlance.command;

import dev.parlance.http.Dialect;
import dev.parlance.http.HttpServer;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.FileLinks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Runs the server until it is told to stop.
@Command(name = "serve", description = "Runs the server.")
public final class ServeCommand implements Callable<Integer> {
    static final int CONNECTIONS = 16;

    private final List<Function<Doors, Dialect>> dialects;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ServeCommand(List<Function<Doors, Dialect>> dialects) {
        this.dialects = dialects;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Complaints complaints = new Complaints();
        DataOptions.Place place = data.place(System.getenv(), Path.of("data"), complaints);
        HttpServer.Settings settings = listen.settings(System.getenv(), complaints);
        FileLinks.Terms links = listen.links(System.getenv(), complaints);
        complaints.tell();
        Running running = new Running();
        House house = running.keep(House.open(place, CONNECTIONS, line -> say(out, line)));
        Server server = running.keep(new Server(house, settings, links, dialects));
        say(out, "Parlance is listening on http://" + settings.host() + ":" + server.port());
        running.untilStopped();
        return 0;
    }

    static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
