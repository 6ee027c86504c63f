package dev.parlance.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import tools.jackson.core.JsonGenerator;

/// Puts a reply on the wire.
final class Answers {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private final Page.Pool pages = new Page.Pool();
    private final BooleanSupplier stopping;

    /// @param stopping whether connections are to be closed after their answer
    Answers(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    void send(Exchange exchange, Reply reply) {
        switch (reply) {
            case Reply.Whole whole -> sendWhole(exchange, whole);
            case Reply.Streamed streamed -> sendStreamed(exchange, streamed);
            case Reply.Lines lines -> sendLines(exchange, lines);
            case Reply.Empty empty -> sendEmpty(exchange, empty);
            case Reply.Text text -> sendText(exchange, text);
            case Reply.Bytes bytes -> sendBytes(exchange, bytes);
        }
    }

    private void sendWhole(Exchange exchange, Reply.Whole reply) {
        Page page = pages.take();
        try {
            JsonGenerator json = Json.generator(page);
            reply.body().write(json);
            complete(json);
            sendPage(exchange, reply, JSON, page);
        } finally {
            pages.giveBack(page);
        }
    }

    private void sendText(Exchange exchange, Reply.Text reply) {
        Page page = pages.take();
        try {
            byte[] text = reply.text().getBytes(StandardCharsets.UTF_8);
            page.write(text, 0, text.length);
            sendPage(exchange, reply, reply.contentType(), page);
        } finally {
            pages.giveBack(page);
        }
    }

    private void sendPage(Exchange exchange, Reply reply, String type, Page page) {
        boolean closes = closes(exchange);
        Head head = Head.of(exchange, reply, closes);
        if (!Head.contains(reply.headers(), TYPE)) {
            head.header(TYPE, type);
        }
        byte[] bytes =
                head.header("Content-Length", Integer.toString(page.length())).bytes();
        boolean headOnly = exchange.incoming.isHead();
        exchange.started(reply.status(), closes);
        exchange.counted(reply.rows(), headOnly ? 0 : page.length());
        page.send(bytes, headOnly, exchange.wire);
    }

    private void sendEmpty(Exchange exchange, Reply.Empty reply) {
        boolean closes = closes(exchange);
        Head head = Head.of(exchange, reply, closes);
        if (reply.status() != 204 && reply.status() != 304) {
            head.header("Content-Length", "0");
        }
        byte[] bytes = head.bytes();
        exchange.started(reply.status(), closes);
        exchange.wire.write(bytes, 0, bytes.length, PATIENCE);
    }

    private void sendBytes(Exchange exchange, Reply.Bytes reply) {
        boolean closes = closes(exchange);
        byte[] head = Head.of(exchange, reply, closes)
                .header(TYPE, reply.contentType())
                .header("Content-Length", Long.toString(reply.length()))
                .bytes();
        exchange.started(reply.status(), closes);
        exchange.wire.write(head, 0, head.length, PATIENCE);
        if (exchange.incoming.isHead()) {
            return;
        }
        reply.source().read(part -> {
            exchange.counted(0, part.length);
            exchange.wire.write(part, 0, part.length, PATIENCE);
        });
        if (exchange.bytes() != reply.length()) {
            throw new IllegalStateException("a body was not as long as announced");
        }
    }

    private void sendStreamed(Exchange exchange, Reply.Streamed reply) {
        Chunks chunks = new Chunks(exchange.wire, () -> streamedHead(exchange, reply, JSON));
        if (exchange.incoming.isHead()) {
            byte[] head = streamedHead(exchange, reply, JSON);
            exchange.wire.write(head, 0, head.length, PATIENCE);
            return;
        }
        JsonGenerator json = Json.generator(chunks);
        long rows = 0;
        try {
            rows = reply.body().write(json);
            complete(json);
            chunks.finish();
        } finally {
            exchange.counted(rows, chunks.total());
        }
    }

    private void sendLines(Exchange exchange, Reply.Lines reply) {
        Chunks chunks = new Chunks(exchange.wire, () -> streamedHead(exchange, reply, "application/x-ndjson"));
        if (exchange.incoming.isHead()) {
            byte[] head = streamedHead(exchange, reply, "application/x-ndjson");
            exchange.wire.write(head, 0, head.length, PATIENCE);
            return;
        }
        long rows = 0;
        try {
            rows = reply.body().write(chunks);
            chunks.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            exchange.counted(rows, chunks.total());
        }
    }

    private byte[] streamedHead(Exchange exchange, Reply reply, String type) {
        boolean closes = closes(exchange);
        Head head = Head.of(exchange, reply, closes);
        if (!Head.contains(reply.headers(), TYPE)) {
            head.header(TYPE, type);
        }
        byte[] bytes = head.header("Transfer-Encoding", "chunked").bytes();
        exchange.started(reply.status(), closes);
        return bytes;
    }

    private boolean closes(Exchange exchange) {
        return !exchange.incoming.keepsAlive() || exchange.body.endsConnection() || stopping.getAsBoolean();
    }

    /// An unfinished value is a fault of the writer; it must not look like an answer.
    private static void complete(JsonGenerator json) {
        boolean finished = json.streamWriteContext().inRoot();
        if (!finished) {
            throw new IllegalStateException("a body was not written to its end");
        }
        json.close();
    }
}
