package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Good query strings made worse, by a generator that makes the same ones every time.
public final class Fuzz {
    private static final String CHARACTERS = "abcxyzABC0123456789-_.~!$&'()*+,;=:@/?%[]{}|^`\"<>\\" + "&&&===%%%%";
    private static final List<String> PIECES = List.of(
            "%00",
            "%FF",
            "%C3%A5",
            "%ED%A0%80",
            "%",
            "%2",
            "%zz",
            "&",
            "&&",
            "=",
            "null",
            "-1",
            "0",
            "1e9",
            "NaN",
            "99999999999999999999",
            "-9223372036854775808",
            "9223372036854775807",
            "2147483648",
            "true",
            "%7B%7D",
            "%7B%22a%22%3A%22%5Cud800%22%7D",
            "%5B".repeat(600),
            "9".repeat(2000),
            "2026-02-30",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:60Z",
            "MDAwMS0wMS0wMVQwMDowMDowMFo",
            "OTk5OS0xMi0zMVQyMzo1OTo1OS45OTk5OTlafDk",
            "%20",
            "%E2%80%AE",
            "%F0%9F%91%8B",
            "'%20OR%201=1--",
            "%25%5F%5C",
            "..%2F..",
            "%0D%0AX:%20y");

    private final Random random;
    private final List<String> seeds;

    public Fuzz(long seed, List<String> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    /// A query string with one to six things done to it.
    public String next() {
        StringBuilder query = new StringBuilder(pick(seeds));
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            change(query);
        }
        return query.toString();
    }

    /// Asserts that the server answers the path with each of as many queries, whole and by one of the statuses, and
    /// that at least one in ten of the queries was good and one in ten was not.
    public void run(int count, int port, String path, Set<Integer> statuses) {
        Map<Integer, Integer> seen = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String query = next();
            String answer = answer(port, path + "?" + query);
            assertThat(answer).as(query).startsWith("HTTP/1.1 ").contains("\r\n\r\n");
            assertThat(answer.endsWith("\r\n0\r\n\r\n")).as(query).isEqualTo(answer.contains("Encoding: chunked"));
            int status = Integer.parseInt(answer.substring(9, 12));
            assertThat(statuses).as(query).contains(status);
            seen.merge(status, 1, Integer::sum);
        }
        assertThat(seen.getOrDefault(200, 0)).isBetween(count / 10, count - count / 10);
    }

    private void change(StringBuilder query) {
        int at = random.nextInt(query.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> query.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            case 1 -> query.insert(at, pick(PIECES));
            case 2 -> query.delete(at, Math.min(query.length(), at + 1 + random.nextInt(5)));
            case 3 -> query.append('&').append(pick(seeds));
            default -> replaceValue(query, at);
        }
    }

    private void replaceValue(StringBuilder query, int from) {
        int start = query.indexOf("=", from) + 1;
        int end = query.indexOf("&", start);
        query.replace(start, end < 0 ? query.length() : end, pick(PIECES));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /// By a bare socket: no client would send such addresses.
    private static String answer(int port, String target) {
        String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer full\r\n"
                + "Connection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
