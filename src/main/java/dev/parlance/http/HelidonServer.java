package dev.parlance.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.encoding.ContentEncodingContextConfig;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpSecurity;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/// Helidon's part: it accepts connections, gives each a virtual thread, reads and checks heads. Bodies and answers go
/// past it
/// over a [HelidonWire].
final class HelidonServer {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(75);
    private static final int LONGEST_HEAD = 16_384;

    /// One connection stays on one thread.
    private static final ThreadLocal<HelidonWire> WIRES = new ThreadLocal<>();

    private final Stalls stalls = new Stalls();
    private final BiConsumer<Incoming, Wire> requests;
    private final WebServer server;

    /// @param requests answers one request; a [ClientGone] ends the connection
    HelidonServer(String host, int port, BiConsumer<Incoming, Wire> requests) {
        this.requests = requests;
        this.server = WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .shutdownGracePeriod(GRACE)
                .idleConnectionTimeout(IDLE)
                .idleConnectionPeriod(Duration.ofSeconds(15))
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .protocolsDiscoverServices(false)
                .addProtocol(protocol())
                .contentEncoding(new AsTheyAre())
                .directHandlers(direct())
                .routing(routing())
                .build();
    }

    void start() {
        stalls.start();
        server.start();
    }

    int port() {
        return server.port();
    }

    /// Accepts no more, lets what is in flight finish for a while, then cuts it.
    void stop() {
        server.stop();
        stalls.close();
    }

    private Http1Config protocol() {
        return Http1Config.builder()
                .maxPrologueLength(LONGEST_HEAD)
                .maxHeadersSize(LONGEST_HEAD)
                .validatePath(false)
                .validatePrologue(false)
                .addReceiveListener(new HeadListener())
                .build();
    }

    /// Helidon's own routing wants the answer to go through its response; a builder that knows ours only keeps it out.
    private HttpRouting.Builder routing() {
        return (HttpRouting.Builder) Proxy.newProxyInstance(
                HelidonServer.class.getClassLoader(),
                new Class<?>[] {HttpRouting.Builder.class},
                (builder, method, arguments) -> {
                    if (!method.getName().equals("build")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return new Requests();
                });
    }

    private final class Requests implements HttpRouting {
        private final HttpSecurity security = HttpSecurity.create();

        @Override
        public void route(ConnectionContext connection, RoutingRequest request, RoutingResponse response) {
            answer(request, response);
        }

        @Override
        public HttpSecurity security() {
            return security;
        }
    }

    private void answer(RoutingRequest request, RoutingResponse response) {
        Incoming incoming = incoming(request);
        try {
            requests.accept(incoming, WIRES.get());
        } catch (ClientGone gone) {
            throw new CloseConnectionException("done with this connection");
        }
        // Helidon is not to look for a body: it has been taken from the wire already.
        response.headers().set(HeaderValues.CONNECTION_CLOSE);
    }

    private static Incoming incoming(RoutingRequest request) {
        HttpPrologue prologue = request.prologue();
        Headers headers = request.headers();
        long length = headers.contains(HeaderNames.TRANSFER_ENCODING)
                ? Incoming.CHUNKED
                : headers.contentLength().orElse(0);
        Map<String, String> copy = copy(headers);
        return new Incoming(
                prologue.method().text(),
                origin(prologue.uriPath().rawPath()),
                prologue.hasQuery() ? prologue.query().rawValue() : null,
                copy.remove("authorization"),
                copy,
                length);
    }

    /// The path of a target that names the server too, as a proxy's client writes it.
    private static String origin(String target) {
        if (!target.startsWith("http://") && !target.startsWith("https://")) {
            return target;
        }
        int slash = target.indexOf('/', target.indexOf("//") + 2);
        return slash < 0 ? "/" : target.substring(slash);
    }

    private static Map<String, String> copy(Headers headers) {
        Map<String, String> copy = HashMap.newHashMap(headers.size());
        for (Header header : headers) {
            String value = header.valueCount() == 1 ? header.get() : String.join(", ", header.allValues());
            copy.put(header.headerName().lowerCase(), value);
        }
        return copy;
    }

    private static DirectHandlers direct() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, new Unreadable());
        }
        return handlers.build();
    }

    private final class HeadListener implements Http1ConnectionListener {
        @Override
        public void prologue(ConnectionContext connection, HttpPrologue prologue) {
            HelidonWire wire = WIRES.get();
            if (wire == null) {
                wire = new HelidonWire(connection, stalls);
                WIRES.set(wire);
            }
            wire.headBegins();
        }

        @Override
        public void headers(ConnectionContext connection, Headers headers) {
            WIRES.get().headEnds();
        }
    }

    /// A head that Helidon does not understand. Whatever happens before a request reaches us is the client's doing,
    /// also
    /// what Helidon takes for its own fault, such as a head that is cut off.
    private static final class Unreadable implements DirectHandler {
        @Override
        public TransportResponse handle(
                TransportRequest request,
                EventType type,
                Status status,
                ServerResponseHeaders headers,
                String message) {
            Status answered = status.equals(Status.INTERNAL_SERVER_ERROR_500) ? Status.BAD_REQUEST_400 : status;
            String id = RequestIds.of(null);
            RequestLog.unreadable(id, answered.code());
            return TransportResponse.builder()
                    .status(answered)
                    .header(HeaderNames.create("x-request-id"), id)
                    .keepAlive(false)
                    .build();
        }
    }

    /// Lets encoded bodies through to where they are refused properly.
    private static final class AsTheyAre implements ContentEncodingContext {
        @Override
        public boolean contentEncodingEnabled() {
            return false;
        }

        @Override
        public boolean contentDecodingEnabled() {
            return true;
        }

        @Override
        public boolean contentEncodingSupported(String encoding) {
            return false;
        }

        @Override
        public boolean contentDecodingSupported(String encoding) {
            return true;
        }

        @Override
        public ContentEncoder encoder(String encoding) {
            return ContentEncoder.NO_OP;
        }

        @Override
        public ContentDecoder decoder(String encoding) {
            return ContentDecoder.NO_OP;
        }

        @Override
        public ContentEncoder encoder(Headers headers) {
            return ContentEncoder.NO_OP;
        }

        @Override
        public ContentEncodingContextConfig prototype() {
            return ContentEncodingContextConfig.create();
        }
    }
}
