package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.TenantId;
import dev.parlance.http.Dialect;
import dev.parlance.http.Documented;
import dev.parlance.http.HttpServer;
import dev.parlance.http.ServerFixture;
import dev.parlance.problem.Problem;
import dev.parlance.query.Conversations;
import dev.parlance.query.Oracle;
import dev.parlance.query.ResourceUsage;
import dev.parlance.query.Row;
import dev.parlance.query.Span;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Tenant;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A dialect behind a running server. Every answer is checked against the dialect's OpenAPI document.
public final class Served implements AutoCloseable {
    /// The tenant that has the conversations.
    public static final Tenant ONE = new Tenant(new TenantId(1), new UUID(0x4000, 1), "one");

    private static final Tenant OTHER = new Tenant(new TenantId(2), new UUID(0x4000, 2), "other");
    private static final Permission[] SENSITIVE = {
        Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE
    };
    private static final Map<String, Access> TOKENS = Map.of(
            "full", access(1, ONE, null, 0, SENSITIVE),
            "safe", access(2, ONE, null, 0, Permission.CONVERSATIONS_READ),
            "none", access(3, ONE, null, 0, Permission.CONTACTS_READ),
            "north", access(4, ONE, new Named(StableId.workspace("north"), "north"), 0, SENSITIVE),
            "other", access(5, OTHER, null, 0, SENSITIVE),
            "pat_one", access(7, ONE, null, 0, SENSITIVE),
            "limited", access(6, ONE, null, null, SENSITIVE));

    private final ServerFixture server;
    private final Documented documented;

    private Served(ServerFixture server, Documented documented) {
        this.server = server;
        this.documented = documented;
    }

    /// Serves the conversations of [#ONE]; the tenant of the token `other` has none.
    public static Served of(Function<Archive, Dialect> dialect, List<Row> rows) {
        return of(HttpServer.Settings.on("127.0.0.1", 0), dialect, rows);
    }

    public static Served of(HttpServer.Settings settings, Function<Archive, Dialect> dialect, List<Row> rows) {
        Dialect served = dialect.apply(new Archive(holding(rows), new Unused()));
        ServerFixture server = ServerFixture.start(settings, Served::admitted, served);
        return new Served(server, Documented.of(served.name()));
    }

    /// Who holds the conversations and answers: the one place to change for another than the oracle.
    private static Conversations holding(List<Row> rows) {
        return new Oracle().with(ONE.id(), rows);
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
        Answered answer = send("GET", headers, pathAndQuery);
        documented.saw("GET", pathAndQuery, null);
        String type = answer.findHeader("Content-Type").orElse("none");
        byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
        documented.check("GET", pathAndQuery.split("\\?", 2)[0], answer.status(), type, body);
        return answer;
    }

    /// Any request, unchecked.
    public Answered send(String method, Map<String, String> headers, String pathAndQuery) {
        HttpRequest.Builder request = server.bare(pathAndQuery).method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        HttpResponse<String> response = server.send(request.build());
        return new Answered(response.statusCode(), response.headers(), response.body());
    }

    @Override
    public void close() {
        server.close();
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

    /// These dialects never ask for it.
    private static final class Unused implements ResourceUsage {
        @Override
        public Lookup conversations(TenantId tenant, @Nullable UUID workspace, Used used, int limit, long offset) {
            throw new AssertionError("asked for resource usage");
        }

        @Override
        public List<Summary> resources(TenantId tenant, @Nullable UUID workspace, Listing listing) {
            throw new AssertionError("asked for resource usage");
        }

        @Override
        public Optional<Summary> summary(
                TenantId tenant, @Nullable UUID workspace, ResourceType type, String resourceId, Span span) {
            throw new AssertionError("asked for resource usage");
        }
    }
}
