package dev.parlance.command;

import dev.parlance.http.HttpServer;
import dev.parlance.tenant.FileLinks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the server listens and how much it lets through.
public final class ListenOptions {
    private static final int PORTS = 65_535;
    private static final String USUAL_LIFETIME = "15m";
    private static final Pattern BASE = Pattern.compile("https?://[A-Za-z0-9._:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port, 0 takes a free one (PARLANCE_PORT; default: 8080).")
    private @Nullable String port;

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "Address to listen on (PARLANCE_HOST; default: 127.0.0.1, for everyone: 0.0.0.0).")
    private @Nullable String host;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            description = "Limit for each token, 0 for none (PARLANCE_REQUESTS_PER_MINUTE; default: 100).")
    private @Nullable String requests;

    @Option(
            names = "--streams-per-minute",
            paramLabel = "N",
            description = "Limit for streaming requests (PARLANCE_STREAMS_PER_MINUTE; default: 1000).")
    private @Nullable String streams;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "How clients reach the server, for addresses of files (PARLANCE_PUBLIC_URL; default: as they"
                    + " called it).")
    private @Nullable String publicUrl;

    @Option(
            names = "--link-lifetime",
            paramLabel = "15m",
            description =
                    "How long addresses of files work: a number and s, m, h or d (PARLANCE_LINK_LIFETIME; default:"
                            + " 15m).")
    private @Nullable String linkLifetime;

    /// What the options and the environment say of addresses of files.
    public FileLinks.Terms links(Map<String, String> environment, Complaints complaints) {
        String base = publicUrl == null ? environment.get("PARLANCE_PUBLIC_URL") : publicUrl;
        if (base != null && !BASE.matcher(base).matches()) {
            complaints.add("--public-url: expected http:// or https://, a host and perhaps a path, not " + base);
        }
        String text = linkLifetime == null
                ? environment.getOrDefault("PARLANCE_LINK_LIFETIME", USUAL_LIFETIME)
                : linkLifetime;
        Optional<Duration> lifetime = Lifetime.find(text);
        if (lifetime.isEmpty()) {
            complaints.add("--link-lifetime: " + Lifetime.ACCEPTED);
        }
        return new FileLinks.Terms(
                base == null ? null : base.replaceFirst("/+$", ""), lifetime.orElse(FileLinks.Terms.USUAL.lifetime()));
    }

    /// The settings that the options and the environment give.
    public HttpServer.Settings settings(Map<String, String> environment, Complaints complaints) {
        String listenOn = host != null ? host : environment.getOrDefault("PARLANCE_HOST", "127.0.0.1");
        HttpServer.Settings usual = HttpServer.Settings.on(
                listenOn, number(port, environment, new Setting("--port", "PARLANCE_PORT", 8080, PORTS), complaints));
        tryOut(usual.host(), usual.port(), complaints);
        Setting standard = new Setting(
                "--requests-per-minute", "PARLANCE_REQUESTS_PER_MINUTE", usual.standardPerMinute(), Integer.MAX_VALUE);
        Setting streaming = new Setting(
                "--streams-per-minute", "PARLANCE_STREAMS_PER_MINUTE", usual.streamingPerMinute(), Integer.MAX_VALUE);
        return new HttpServer.Settings(
                usual.host(),
                usual.port(),
                usual.bodyLimit(),
                number(requests, environment, standard, complaints),
                number(streams, environment, streaming, complaints));
    }

    private record Setting(String option, String variable, int usual, int most) {}

    private static int number(
            @Nullable String given, Map<String, String> environment, Setting setting, Complaints complaints) {
        String text = given == null ? environment.get(setting.variable()) : given;
        if (text == null || text.isBlank()) {
            return setting.usual();
        }
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= 0 && value <= setting.most()) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with the numbers that are out of range.
        }
        String name = given == null ? setting.variable() : setting.option();
        complaints.add(name + ": " + text + " is not a number from 0 to " + setting.most());
        return setting.usual();
    }

    /// A taken port, or an address that is not ours, is told before a database is started for nothing.
    private static void tryOut(String host, int port, Complaints complaints) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            complaints.add("--port: nothing can listen on " + host + ":" + port + " (" + e.getMessage()
                    + "); --port 0 takes a free one");
        }
    }
}
