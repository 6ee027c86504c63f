package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.TenantId;
import dev.parlance.http.Dialect;
import dev.parlance.http.Documented;
import dev.parlance.http.HttpServer;
import dev.parlance.http.ServerFixture;
import dev.parlance.problem.Problem;
import dev.parlance.query.Row;
import dev.parlance.store.PostgresFiles;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Tenant;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A dialect behind a running server. Every answer is checked against the dialect's OpenAPI document.
public final class Served implements AutoCloseable {
    /// The tenant that has the conversations.
    public static final Tenant ONE = new Tenant(new TenantId(1), new UUID(0x4000, 1), "one");

    private static final Tenant OTHER = new Tenant(new TenantId(2), new UUID(0x4000, 2), "other");
    static final List<Tenant> TENANTS = List.of(ONE, OTHER);

    private static final Permission[] SENSITIVE = {
        Permission.CONVERSATIONS_READ,
        Permission.CONVERSATIONS_READ_SENSITIVE,
        Permission.CONVERSATIONS_WRITE,
        Permission.CONTACTS_READ,
        Permission.CONTACTS_WRITE,
        Permission.CHANNELS_WRITE,
        Permission.RESOURCES_WRITE
    };
    private static final Named NORTH = new Named(StableId.workspace("north"), "north");
    private static final Map<String, Access> TOKENS = Map.ofEntries(
            Map.entry("full", access(1, ONE, null, 0, SENSITIVE)),
            Map.entry("safe", access(2, ONE, null, 0, Permission.CONVERSATIONS_READ)),
            Map.entry("none", access(3, ONE, null, 0, Permission.CONTACTS_READ)),
            Map.entry("north", access(4, ONE, NORTH, 0, SENSITIVE)),
            Map.entry("other", access(5, OTHER, null, 0, SENSITIVE)),
            Map.entry("pat_one", access(7, ONE, null, 0, SENSITIVE)),
            Map.entry("limited", access(6, ONE, null, null, SENSITIVE)),
            Map.entry("training", access(8, ONE, null, 0, with(Permission.TRAINING_READ))),
            Map.entry("actions", access(9, ONE, null, 0, with(Permission.ACTIONS_READ))),
            Map.entry("untold", access(10, ONE, null, 0, Permission.CONVERSATIONS_READ, Permission.TRAINING_READ)),
            Map.entry("admin", access(11, ONE, null, 0, Permission.ADMIN)),
            Map.entry("admin_north", access(12, ONE, NORTH, 0, Permission.ADMIN)),
            Map.entry("resources", access(14, ONE, null, 0, with(Permission.RESOURCES_READ))),
            Map.entry("writer", access(13, ONE, null, 0, Permission.CONVERSATIONS_WRITE)),
            Map.entry(
                    "manage", access(21, ONE, null, 0, Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_WRITE)),
            Map.entry("agents", access(23, ONE, null, 0, Permission.RESOURCES_READ)));

    private final ServerFixture server;
    private final Documented documented;

    private final Stock stock;

    private Served(Stock stock, ServerFixture server, Documented documented) {
        this.stock = stock;
        this.server = server;
        this.documented = documented;
    }

    /// Serves the conversations of [#ONE]; the tenant of the token `other` has none.
    public static Served of(Function<Doors, Dialect> dialect, List<Row> rows) {
        return of(HttpServer.Settings.on("127.0.0.1", 0), dialect, rows);
    }

    public static Served of(HttpServer.Settings settings, Function<Doors, Dialect> dialect, List<Row> rows) {
        Stock stock = Stock.of(ONE.id(), rows);
        Dialect served = dialect.apply(stock.doors());
        HttpServer.Ground ground =
                new HttpServer.Ground(Served::admitted, stock.doors().files(), Optional::empty);
        ServerFixture server = ServerFixture.start(settings, ground, served);
        return new Served(stock, server, Documented.of(served.name()));
    }

    /// Holds bytes under a name for the conversation of a number of [#ONE].
    public void hold(long number, String name, String mediaType, byte[] bytes) {
        String version = Sha256.of(bytes);
        stock.hold(ONE.id(), new PostgresFiles.Wanted(number, name, mediaType, bytes.length, version), bytes);
    }

    public int port() {
        return server.port();
    }

    public Documented documented() {
        return documented;
    }

    /// Asks with the token `full`.
    public Answered get(String pathAndQuery) {
        return get("full", pathAndQuery);
    }

    public Answered get(String token, String pathAndQuery) {
        return get(Map.of("Authorization", "Bearer " + token), pathAndQuery);
    }

    public Answered get(Map<String, String> headers, String pathAndQuery) {
        documented.saw("GET", pathAndQuery, null);
        return checked("GET", pathAndQuery.split("\\?", 2)[0], send("GET", headers, pathAndQuery));
    }

    private Answered checked(String method, String path, Answered answer) {
        String type = answer.findHeader("Content-Type").orElse("none");
        documented.check(method, path, answer.status(), type, answer.text().getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    /// Sends JSON with the token `full`.
    public Answered post(String path, String json) {
        return post("full", path, json);
    }

    public Answered post(String token, String path, String json) {
        return post(Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"), path, json);
    }

    public Answered post(Map<String, String> headers, String path, String body) {
        documented.saw("POST", path, body);
        return checked("POST", path, send("POST", headers, path, HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sends any method with a token, and JSON when there is some.
    public Answered call(String token, String method, String pathAndQuery, @Nullable String json) {
        return call(Map.of("Authorization", "Bearer " + token), method, pathAndQuery, json);
    }

    /// The same with headers of one's own.
    public Answered call(Map<String, String> headers, String method, String pathAndQuery, @Nullable String json) {
        documented.saw(method, pathAndQuery, json);
        HttpRequest.BodyPublisher body =
                json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        return checked(method, pathAndQuery.split("\\?", 2)[0], send(method, headers, pathAndQuery, body));
    }

    /// Does to the database what no call can.
    public void run(String sql) {
        stock.run(sql);
    }

    /// The doors behind the server, to arrange what the dialect itself cannot do.
    public Doors doors() {
        return stock.doors();
    }

    /// What the token opens.
    public static Access access(String token) {
        return admitted(token, null);
    }

    /// Fetches an address that an answer gave, without a token.
    public HttpResponse<byte[]> fetch(String url, String method, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return server.sendBytes(request.build());
    }

    /// Any request without a body, unchecked.
    public Answered send(String method, Map<String, String> headers, String pathAndQuery) {
        return send(method, headers, pathAndQuery, HttpRequest.BodyPublishers.noBody());
    }

    private Answered send(
            String method, Map<String, String> headers, String pathAndQuery, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = server.bare(pathAndQuery).method(method, body);
        headers.forEach(request::header);
        HttpResponse<String> response = server.send(request.build());
        return new Answered(response.statusCode(), response.headers(), response.body());
    }

    @Override
    public void close() {
        server.close();
        stock.close();
    }

    /// An answer as it came.
    public record Answered(int status, HttpHeaders headers, String text) {
        public JsonNode json() {
            return JsonText.parse(text);
        }

        public Optional<String> findHeader(String name) {
            return headers.firstValue(name);
        }

        /// The numbers of the listed conversations, by the ids that [Sketch] gives.
        public List<Long> numbers(String pointer) {
            return json().at(pointer).values().stream()
                    .map(each -> UUID.fromString(each.get("id").stringValue()).getLeastSignificantBits())
                    .toList();
        }

        /// Asserts the status and the body, letter for letter.
        public void is(int expected, String body) {
            assertThat(text).isEqualTo(body);
            assertThat(status).isEqualTo(expected);
        }
    }

    private static Permission[] with(Permission further) {
        return Stream.concat(Stream.of(SENSITIVE), Stream.of(further)).toArray(Permission[]::new);
    }

    private static Access admitted(String secret, @Nullable String organization) {
        if (secret.equals("pat_one") && organization == null) {
            throw new Problem.Unauthenticated("Token is missing organization claim.").refusal();
        }
        Access access = TOKENS.get(secret);
        if (access == null) {
            throw new Problem.Unauthenticated("Unknown token.").refusal();
        }
        return access;
    }

    private static Access access(
            int token, Tenant tenant, @Nullable Named workspace, @Nullable Integer limit, Permission... permissions) {
        return new Access(tenant, new UUID(1, token), Set.of(permissions), workspace, limit);
    }
}
