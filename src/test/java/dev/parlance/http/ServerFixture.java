package dev.parlance.http;

import dev.parlance.conversation.TenantId;
import dev.parlance.problem.Problem;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.FileGate;
import dev.parlance.tenant.Gate;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Tenant;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A running server for tests, on a free port of the loopback interface:
///
/// ```java
/// try (ServerFixture server = ServerFixture.start(dialect)) {
///     HttpResponse<String> answer = server.get("/core/conversations?page_size=2");
/// }
/// ```
///
/// Its requests carry [#TOKEN], which the fixture's own gate lets in with every permission and without a rate limit;
/// another
/// gate can be given. Close it, or requests of other tests pile up behind open connections.
public final class ServerFixture implements AutoCloseable {
    /// The token that opens [#ACCESS].
    public static final String TOKEN = "pl_test";

    /// Everything of one tenant, without a rate limit.
    public static final Access ACCESS = new Access(
            new Tenant(new TenantId(1), new UUID(0, 1), "test"), new UUID(0, 2), Set.of(Permission.ADMIN), null, 0);

    /// Kept, because the logging forgets levels of loggers that nobody holds.
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("io.helidon"), Logger.getLogger("dev.parlance.requests"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private ServerFixture(HttpServer server) {
        this.server = server;
    }

    /// A server with these dialects that knows [#TOKEN] only.
    public static ServerFixture start(Dialect... dialects) {
        return start(gate(ACCESS), dialects);
    }

    public static ServerFixture start(Gate gate, Dialect... dialects) {
        return start(HttpServer.Settings.on("127.0.0.1", 0), gate, dialects);
    }

    public static ServerFixture start(HttpServer.Settings settings, Gate gate, Dialect... dialects) {
        return start(settings, ground(gate), dialects);
    }

    public static ServerFixture start(HttpServer.Settings settings, HttpServer.Ground ground, Dialect... dialects) {
        HttpServer server = new HttpServer(
                settings, ground, List.of(dialects), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        server.start();
        return new ServerFixture(server);
    }

    /// A ground that is ready and holds no files.
    public static HttpServer.Ground ground(Gate gate) {
        FileGate nothing = (tenant, file, expires, signature) -> {
            throw new Problem.NotFound("File").refusal();
        };
        return new HttpServer.Ground(gate, nothing, Optional::empty);
    }

    /// A gate that lets [#TOKEN] in with this access, and nothing else.
    public static Gate gate(Access access) {
        return (secret, organization) -> {
            if (!secret.equals(TOKEN)) {
                throw new Problem.Unauthenticated("Unknown token.").refusal();
            }
            return access;
        };
    }

    public int port() {
        return server.port();
    }

    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port() + pathAndQuery);
    }

    public HttpResponse<String> get(String pathAndQuery) {
        return send(request(pathAndQuery).build());
    }

    public HttpResponse<String> post(String pathAndQuery, String json) {
        return send(request(pathAndQuery)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /// A request with the token, to be completed.
    public HttpRequest.Builder request(String pathAndQuery) {
        return bare(pathAndQuery).header("Authorization", "Bearer " + TOKEN);
    }

    /// A request without a token, to be completed.
    public HttpRequest.Builder bare(String pathAndQuery) {
        return HttpRequest.newBuilder(uri(pathAndQuery)).timeout(Duration.ofSeconds(30));
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> sendBytes(HttpRequest request) {
        return send(request, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// A header of an answer, null when it is absent.
    public static @Nullable String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
