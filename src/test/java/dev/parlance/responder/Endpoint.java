package dev.parlance.responder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parlance.conversation.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Somebody's server, on a real socket, that remembers what it was asked.
public final class Endpoint implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private Endpoint(HttpServer server) {
        this.server = server;
    }

    /// A request as it came.
    public record Asked(String path, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        public JsonNode json() {
            return JsonText.parse(body);
        }
    }

    /// What it answers.
    public record Answered(int status, Map<String, String> headers, String body) {
        public static Answered good(String body) {
            return new Answered(200, Map.of(), body);
        }

        public static Answered status(int status) {
            return new Answered(status, Map.of(), "secret words");
        }
    }

    /// Answers each request by itself; `count` is the number of those before.
    public static Endpoint that(Function<Asked, Answered> answer) {
        try {
            InetSocketAddress somewhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            Endpoint endpoint = new Endpoint(HttpServer.create(somewhere, 50));
            endpoint.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            endpoint.server.createContext("/", exchange -> endpoint.handle(exchange, answer));
            endpoint.server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Answers everything alike.
    public static Endpoint saying(String body) {
        return that(request -> Answered.good(body));
    }

    private void handle(HttpExchange exchange, Function<Asked, Answered> answer) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request = new Asked(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body);
            asked.add(request);
            Answered answered = Objects.requireNonNull(answer.apply(request));
            answered.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = answered.body().getBytes(StandardCharsets.UTF_8);
            boolean empty = answered.status() == 204;
            exchange.sendResponseHeaders(answered.status(), empty ? -1 : bytes.length);
            if (!empty) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public Asked last() {
        return asked.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
