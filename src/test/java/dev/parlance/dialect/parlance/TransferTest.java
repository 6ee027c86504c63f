package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Served;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TransferTest {
    private static final Served SERVED = Served.of(Parlance::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    private static final String CHUNKED = String.join(
            "\r\n",
            "POST /v1/import HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer full",
            "Transfer-Encoding: chunked",
            "",
            "");

    @Test
    void everyLineIsToldOf() {
        List<JsonNode> lines = lines(take("""
                {"source_id": "a", "channel": "web", "created_at": "2025-01-01T00:00:00Z", "messages": [{"author": "contact", "text": "pelican"}]}
                {"source_id": "b", "channel": "fax", "mood": 1}

                not json
                {"source_id": "c", "channel": "sms", "ticket_number": 1}
                {"source_id": "d", "channel": "sms", "recording": {"file": "/etc/passwd"}}
                """, "/v1/import?source=trial"));
        assertThat(lines.stream().limit(5).map(line -> line.get("line").intValue()))
                .containsExactly(1, 2, 4, 5, 6);
        assertThat(lines.get(0).get("outcome").stringValue()).isEqualTo("created");
        assertThat(lines.get(1).get("errors").values().stream()
                        .map(each -> each.get("field").stringValue()))
                .containsExactlyInAnyOrder("channel", "mood");
        assertThat(lines.get(3).at("/errors/0/field").stringValue()).isEqualTo("ticket_number");
        assertThat(lines.get(5)).isEqualTo(JsonText.parse("""
                {"read": 5, "created": 1, "updated": 0, "unchanged": 0, "rejected": 4}"""));
        assertThat(SERVED.get(Api.ALL + "?q=pelican")
                        .json()
                        .at("/data/0/source")
                        .stringValue())
                .isEqualTo("trial");
    }

    @Test
    void anImportCanBeRepeated() {
        String record = "{\"source_id\": \"again\", \"channel\": \"web\", \"subject\": \"%s\"}\n";
        take(record.formatted("one"), "/v1/import");
        assertThat(lines(take(record.formatted("one"), "/v1/import"))
                        .get(0)
                        .get("outcome")
                        .stringValue())
                .isEqualTo("unchanged");
        assertThat(lines(take(record.formatted("two"), "/v1/import"))
                        .get(0)
                        .get("outcome")
                        .stringValue())
                .isEqualTo("updated");
    }

    @Test
    void manyLinesComeThroughAndOnlyRejectedOnesAreToldOfWhenAsked() {
        String records = IntStream.range(0, 5000)
                .mapToObj(i -> "{\"source_id\": \"m" + i + "\", \"channel\": \"" + (i == 4000 ? "fax" : "web")
                        + "\", \"summary\": \"" + "x".repeat(400) + "\"}")
                .collect(Collectors.joining("\n"));
        List<JsonNode> lines = lines(take(records, "/v1/import?results=rejected"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).get("line").intValue()).isEqualTo(4001);
        assertThat(lines.get(1).get("created").intValue()).isEqualTo(4999);
        assertThat(lines(take(records, "/v1/import?results=all"))).hasSize(5001);
    }

    @Test
    void linesAreAnsweredWhileTheBodyStillComes() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVED.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(CHUNKED.getBytes(StandardCharsets.US_ASCII));
            String batch = IntStream.range(0, 300)
                    .mapToObj(i -> "{\"source_id\": \"live" + i + "\", \"channel\": \"web\"}\n")
                    .collect(Collectors.joining());
            out.write((Integer.toHexString(batch.length()) + "\r\n" + batch + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = answer.readLine();
            assertThat(line).isEqualTo("HTTP/1.1 200 OK");
            while (!line.contains("\"outcome\":\"created\"")) {
                line = answer.readLine();
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer.lines().anyMatch(each -> each.contains("\"read\":300")))
                    .isTrue();
        }
    }

    @Test
    void whatIsExportedCanBeImportedElsewhere() {
        String exported = SERVED.get("/v1/export?number_most=18").text();
        assertThat(exported.lines()).hasSize(18);
        JsonNode counts = lines(SERVED.post(Map.of("Authorization", "Bearer other"), "/v1/import", exported))
                .getLast();
        assertThat(counts.get("created").intValue()).isEqualTo(18);
        assertThat(SERVED.get("other", "/v1/export").text()).isEqualTo(exported);
        assertThat(SERVED.get("north", "/v1/export").text().lines()).hasSize(1);
        assertThat(SERVED.get("/v1/export?state=waiting&number_most=18").text().lines())
                .hasSize(2);
    }

    @Test
    void onlyWhoMayTransfers() {
        assertThat(SERVED.get("safe", "/v1/export").status()).isEqualTo(403);
        assertThat(SERVED.get("/v1/export?state=open").status()).isEqualTo(400);
        assertThat(SERVED.post("safe", "/v1/import", "").status()).isEqualTo(403);
        assertThat(SERVED.post(Map.of("Authorization", "Bearer north"), "/v1/import", "")
                        .status())
                .isEqualTo(403);
        assertThat(take("", "/v1/import?results=some").status()).isEqualTo(400);
        assertThat(take("", "/v1/import?source=" + "s".repeat(129)).status()).isEqualTo(400);
        assertThat(SERVED.post("full", "/v1/import", "{}").status()).isEqualTo(415);
        assertThat(lines(take("", "/v1/import")).getFirst().get("read").intValue())
                .isZero();
    }

    private static Served.Answered take(String records, String path) {
        return SERVED.call(Api.with("Content-Type", "application/x-ndjson"), "POST", path, records);
    }

    private static List<JsonNode> lines(Served.Answered answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text().lines().map(JsonText::parse).toList();
    }
}
