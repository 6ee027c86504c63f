package dev.parlance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Thousands of damaged requests. The server may refuse or hang up, but never fails, never hangs, and lives on.
class FuzzTest {
    private static final long SEED = Long.getLong("parlance.fuzz.seed", 20261120L);
    private static final int ROUNDS = Integer.getInteger("parlance.fuzz.rounds", 4000);
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            "\u0000",
            " ",
            ":",
            "%",
            "%00",
            "%zz",
            "/",
            "//",
            "?",
            "&",
            "=",
            "+",
            "#",
            ";",
            ",",
            "\"",
            "{",
            "}",
            "[",
            "]",
            "\\u0000",
            "\\ud800",
            "HTTP/1.1",
            "HTTP/1.0",
            "HTTP/2.0",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "chunked",
            "Transfer-Encoding: chunked\r\n",
            "Content-Length: 5\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Expect: 100-continue\r\n",
            "Upgrade: h2c\r\nConnection: Upgrade\r\n",
            "Content-Encoding: gzip\r\n",
            "0\r\n\r\n",
            "ffffffff",
            "9999999999",
            "-1",
            "é",
            "\uD83D\uDE00",
            "\u202E",
            "..",
            "*",
            "http://evil/",
            "Host: a\r\n");
    private static final List<String> SEEDS = List.of(
            RawClient.head("GET /sample/echo/a/b?x=1&y=%C3%A4 HTTP/1.1") + "\r\n",
            RawClient.head("POST /sample/echo HTTP/1.1")
                    + "Content-Type: application/json\r\nContent-Length: 21\r\n\r\n{\"a\":[1,2.5,\"\\u00e4\"]}",
            RawClient.head("POST /sample/echo HTTP/1.1")
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\n[1,2,\r\n2\r\n3]\r\n0\r\n\r\n",
            RawClient.head("POST /sample/ignored HTTP/1.1") + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\nabc",
            RawClient.head("OPTIONS /sample/echo HTTP/1.1") + "\r\n",
            RawClient.head("HEAD /openapi/opencx.yaml HTTP/1.1") + "\r\n");

    @Test
    void damagedRequestsNeverHurtTheServer() throws IOException {
        try (ServerFixture server = ServerFixture.start(Sample.echo())) {
            Set<Integer> seen = new HashSet<>();
            for (int round = 0; round < ROUNDS; round++) {
                byte[] request = damaged(new Random(SEED + round));
                String told = "seed " + (SEED + round) + ": " + new String(request, StandardCharsets.ISO_8859_1);
                List<Integer> statuses = statuses(server.port(), request, told);
                assertThat(statuses).as(told).allMatch(status -> status < 500 || status == 501 || status == 505);
                seen.addAll(statuses);
            }
            assertThat(seen).as("the damage reaches every layer").contains(200, 204, 400, 401, 404, 405, 415);
            assertThat(server.get("/sample/echo/a/b").statusCode()).isEqualTo(200);
        }
    }

    private static byte[] damaged(Random random) {
        byte[] bytes = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        int wounds = 1 + random.nextInt(4);
        for (int i = 0; i < wounds; i++) {
            bytes = wounded(bytes, random);
        }
        return bytes;
    }

    private static byte[] wounded(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int until = Math.min(bytes.length, at + random.nextInt(8));
        byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(5)) {
            case 0 -> replaced(bytes, at, at, piece);
            case 1 -> replaced(bytes, at, until, piece);
            case 2 -> replaced(bytes, at, until, new byte[0]);
            case 3 -> replaced(bytes, at, until, Arrays.copyOfRange(bytes, at, bytes.length));
            default -> replaced(bytes, at, until, new byte[] {(byte) random.nextInt(256)});
        };
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] result = Arrays.copyOf(bytes, from + piece.length + bytes.length - to);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
        return result;
    }

    private static List<Integer> statuses(int port, byte[] request, String told) throws IOException {
        try (RawClient client = new RawClient(port)) {
            String answers = client.send(request).endOutput().readAll();
            return answers.lines()
                    .filter(line -> line.startsWith("HTTP/1.1 "))
                    .map(line -> Integer.parseInt(line.substring(9, 12)))
                    .toList();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("a hang: " + told, e);
        } catch (SocketException reset) {
            return List.of();
        }
    }
}
