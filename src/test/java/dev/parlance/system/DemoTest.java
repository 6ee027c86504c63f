package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The first thing that a user runs, and the requests that it and the README tell to paste.
class DemoTest {
    @TempDir
    static Path folder;

    @Test
    void whatIsPrintedWorksAndASecondRunDoublesNothing() throws IOException {
        Path data = Parlance.dataIn(folder);
        List<String> words = List.of("demo", "--port", "0", "--data", data.toString());
        String token;
        try (Parlance demo = Parlance.listening(folder, words)) {
            assertThat(demo.out()).contains("created 217, updated 0, unchanged 0, rejected 0");
            token = printed(demo, "Token:");
            everyRequestBringsRows(Curl.allIn(demo.out()), demo.address());
            assertThat(new Caller(demo.address(), token)
                            .body("/api/v2/accounts/" + printed(demo, "Tenant:") + "/conversations")
                            .at("/meta/total")
                            .intValue())
                    .isEqualTo(217);
            readme(demo.address(), token);
        }
        Processes.assertNoneUses(data);
        try (Parlance again = Parlance.listening(folder, words)) {
            assertThat(again.out()).contains("created 0, updated 0, unchanged 217, rejected 0");
            assertThat(printed(again, "Token:")).isEqualTo(token);
            assertThat(new Caller(again.address(), token).total()).isEqualTo(217);
        }
        Processes.assertNoneUses(data);
    }

    private static void everyRequestBringsRows(List<Curl> curls, String address) {
        assertThat(curls)
                .hasSizeGreaterThanOrEqualTo(5)
                .extracting(curl -> curl.url().getPath())
                .doesNotHaveDuplicates();
        assertThat(curls).allSatisfy(curl -> {
            assertThat(curl.url().toString()).startsWith(address);
            assertThat(rows(curl)).isNotZero();
        });
    }

    /// The README speaks of the usual port and of a token in a variable.
    private static void readme(String address, String token) throws IOException {
        String text = Files.readString(Path.of("README.md"))
                .replace("http://127.0.0.1:8080", address)
                .replace("http://localhost:8080", address)
                .replace("$TOKEN", token)
                .replace("${TOKEN}", token);
        everyRequestBringsRows(Curl.allIn(text), address);
    }

    /// How many conversations a request brings.
    private static int rows(Curl curl) {
        JsonNode body = Caller.good(curl.send()).json();
        if (body.isArray()) {
            return body.size();
        }
        return List.of("data", "conversations", "items").stream()
                .mapToInt(member -> body.path(member).size())
                .sum();
    }

    private static String printed(Parlance demo, String label) {
        return demo.out()
                .lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip().replaceAll(" .*", ""))
                .findFirst()
                .orElseThrow();
    }
}
