package dev.parlance.command;

import dev.parlance.responder.Responder;
import dev.parlance.store.PostgresResponders;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives a tenant a responder, or takes it away.
@Command(name = "set", description = "Gives a tenant a responder, or with none takes it away.")
final class ResponderSetCommand implements Callable<Integer> {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final Pattern SECONDS = Pattern.compile("([1-9][0-9]{0,2})s?");
    private static final int LONGEST_INSTRUCTIONS = 50_000;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--tenant", paramLabel = "NAME", required = true, description = "Whose contacts it answers.")
    private String tenant = "";

    @Parameters(paramLabel = "KIND", description = "none, webhook or openai.")
    private String kind = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "webhook: the address that is told of each turn. openai: what /chat/completions is appended to"
                            + " (default: https://api.openai.com/v1).")
    private @Nullable String url;

    @Option(
            names = "--secret-env",
            paramLabel = "VARIABLE",
            description = "webhook: the server's environment variable with the secret that signs.")
    private @Nullable String secretVariable;

    @Option(names = "--model", paramLabel = "MODEL", description = "openai: the model's name.")
    private @Nullable String model;

    @Option(
            names = "--key-env",
            paramLabel = "VARIABLE",
            description = "openai: the server's environment variable with the key; without, none is sent.")
    private @Nullable String keyVariable;

    @Option(
            names = "--instructions",
            paramLabel = "FILE",
            description = "openai: a file with what the model is told first.")
    private @Nullable Path instructions;

    @Option(
            names = "--knowledge",
            paramLabel = "N",
            description = "openai: how many items of knowledge it is given at most, 0 to 20 (default: 5).")
    private int items = 5;

    @Option(
            names = "--timeout",
            paramLabel = "20s",
            description = "How long it may take to answer (default: 20s for a webhook, 60s for openai).")
    private @Nullable String timeout;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            description = "How often it is asked before people are, 1 to 10 (default: 4).")
    private int attempts = 4;

    @Override
    public Integer call() throws IOException {
        Complaints complaints = new Complaints();
        Responder responder = responder(complaints);
        complaints.tell();
        try (House house = TenantCommand.open(data)) {
            new PostgresResponders(house.database()).set(house.tenant(tenant).id(), responder);
        }
        return 0;
    }

    private @Nullable Responder responder(Complaints complaints) throws IOException {
        return switch (kind) {
            case "none" -> null;
            case "webhook" -> webhook(complaints);
            case "openai" -> openai(complaints);
            default -> {
                complaints.add("KIND: none, webhook or openai, not " + kind);
                yield null;
            }
        };
    }

    private Responder webhook(Complaints complaints) {
        String secret = variable("--secret-env", secretVariable, complaints);
        if (secret == null) {
            complaints.add("--secret-env: name the environment variable that holds the webhook's secret");
        }
        if (url == null) {
            complaints.add("--url: name the address that is told of each turn");
        }
        return new Responder.Webhook(
                url(url == null ? "http://missing" : url, complaints),
                secret == null ? "" : secret,
                patience("20s", complaints));
    }

    private Responder openai(Complaints complaints) throws IOException {
        if (model == null || model.isBlank()) {
            complaints.add("--model: name the model");
        }
        if (items < 0 || items > 20) {
            complaints.add("--knowledge: " + items + " is not a number from 0 to 20");
        }
        return new Responder.Model(
                url(url == null ? "https://api.openai.com/v1" : url, complaints),
                model == null ? "" : model,
                variable("--key-env", keyVariable, complaints),
                told(complaints),
                items,
                patience("60s", complaints));
    }

    private @Nullable String told(Complaints complaints) throws IOException {
        if (instructions == null) {
            return null;
        }
        if (!Files.isReadable(instructions)) {
            complaints.add("--instructions: " + instructions + " cannot be read");
            return null;
        }
        String text = Files.readString(instructions).strip();
        if (text.isEmpty() || text.length() > LONGEST_INSTRUCTIONS || text.indexOf('\0') >= 0) {
            complaints.add("--instructions: a text of 1 to " + LONGEST_INSTRUCTIONS + " characters");
        }
        return text;
    }

    private Responder.Patience patience(String usual, Complaints complaints) {
        Matcher matcher = SECONDS.matcher(timeout == null ? usual : timeout);
        if (!matcher.matches()) {
            complaints.add("--timeout: 1s to 999s");
            return new Responder.Patience(Duration.ofSeconds(1), 1);
        }
        if (attempts < 1 || attempts > 10) {
            complaints.add("--attempts: " + attempts + " is not a number from 1 to 10");
        }
        return new Responder.Patience(Duration.ofSeconds(Long.parseLong(matcher.group(1))), attempts);
    }

    private static @Nullable String variable(String option, @Nullable String name, Complaints complaints) {
        if (name != null && !VARIABLE.matcher(name).matches()) {
            complaints.add(option + ": the name of an environment variable, not a secret itself");
        }
        return name;
    }

    private static URI url(String text, Complaints complaints) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        complaints.add("--url: an address such as https://example.com/turns");
        return URI.create("http://wrong");
    }
}
