package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Real conversations, where a copy of the data sets is at hand (`-Dparlance.trial.data=FOLDER`), imported by the
/// command and asked about over HTTP.
class RealConversationsTest {
    private static final Path DATA = Path.of(System.getProperty("parlance.trial.data", "../shared/data"));
    private static final Path SGD = Path.of("src/test/resources/dev/parlance/intake/sgd.jsonata");
    private static final Site SITE = Site.shared();
    private static final int AIRLINE = 200;
    private static final int SGD_DEV = 2_098;

    private static String twinId = "";
    private static Caller caller = new Caller("", "");
    private static Caller twin = new Caller("", "");

    @BeforeAll
    static void importReal() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the data sets are not here");
        SITE.tenant("real");
        twinId = SITE.tenant("twin");
        caller = SITE.token("real");
        twin = SITE.token("twin");
        for (String tenant : List.of("real", "twin")) {
            String airline = absolute(DATA.resolve("tau_bench/gpt-4o-airline.json.gz"));
            assertThat(SITE.run("import", airline, "--tenant", tenant, "--map", "openai-chat")
                            .with(0)
                            .lastLine())
                    .startsWith("read 200, created 200,");
        }
        List<String> words = new ArrayList<>(List.of("import", "--tenant", "real", "--map", absolute(SGD)));
        words.addAll(dialogues());
        assertThat(SITE.run(words.toArray(String[]::new)).with(0).lastLine()).startsWith("read 2098, created 2098,");
    }

    private static List<String> dialogues() throws IOException {
        try (Stream<Path> files = Files.list(DATA.resolve("sgd/dev"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("dialogues"))
                    .sorted()
                    .map(RealConversationsTest::absolute)
                    .toList();
        }
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    @Test
    void everyVendorCountsThem() {
        assertThat(caller.total()).isEqualTo(AIRLINE + SGD_DEV);
        JsonNode listed = caller.body("/api/v2/accounts/me/conversations?limit=0");
        assertThat(listed.at("/meta/total").intValue()).isEqualTo(AIRLINE + SGD_DEV);
        assertThat(ids(listed.get("data"))).hasSize(AIRLINE + SGD_DEV);
        assertThat(walkedAnyreach()).hasSize(AIRLINE + SGD_DEV);
        assertThat(walkedOpenCx()).hasSize(AIRLINE + SGD_DEV);
    }

    /// The sets' READMEs: 1,164 calls of 14 actions, 48 conversations with a transfer to a person; 6,027 calls
    /// in the dev split.
    @Test
    void everyCallOfAnActionIsAUse() {
        assertThat(twin.body("/resource-usage/action?limit=100").get("items")).hasSize(14);
        assertThat(replies(twin)).isEqualTo(1_164);
        assertThat(replies(caller)).isGreaterThan(1_164).isLessThanOrEqualTo(1_164 + 6_027);
        assertThat(twin.body("/resource-usage/action/transfer_to_human_agents/conversations")
                        .get("total_sessions")
                        .intValue())
                .isEqualTo(48);
    }

    @Test
    void whatTheSetSaysOfMessagesAndWordsIsFound() {
        long messages = 0;
        for (int offset = 0; offset < AIRLINE; offset += 100) {
            for (JsonNode row :
                    twin.body("/api/conversations?limit=100&offset=" + offset).get("conversations")) {
                messages += row.get("messageCount").longValue();
            }
        }
        assertThat(messages).isEqualTo(5_308 - 200 - 1_164);
        long words = twin.body("/api/conversations?q=refund").get("total").longValue();
        assertThat(words).isBetween(1L, 200L);
        assertThat(caller.body("/api/conversations?q=refund").get("total").longValue())
                .isGreaterThanOrEqualTo(words);
    }

    @Test
    void twoTenantsWithTheSameDataNeverMeet() {
        assertThat(twin.total()).isEqualTo(AIRLINE);
        String own = "organization_id";
        JsonNode rows = twin.body("/core/conversations?limit=1000&columns=id,created_at,organization_id");
        assertThat(rows.values().stream().map(row -> row.get(own).stringValue()))
                .hasSize(AIRLINE)
                .containsOnly(twinId);
        assertThat(walkedAnyreach()).containsAll(ids(rows));
        assertThat(caller.body("/core/conversations?limit=1000").toString()).doesNotContain(twinId);
    }

    private static long replies(Caller of) {
        long replies = 0;
        for (JsonNode item : of.body("/resource-usage/action?limit=100").get("items")) {
            replies += of.body(
                            "/resource-usage/action/" + item.get("resource_id").stringValue() + "/usage-summary")
                    .get("applied_replies")
                    .longValue();
        }
        return replies;
    }

    private static Set<String> walkedAnyreach() {
        Set<String> ids = new HashSet<>();
        Optional<String> next = Optional.of("/core/conversations?limit=1000&columns=id,created_at");
        while (next.isPresent()) {
            Answer page = Caller.good(caller.get(next.get()));
            ids.addAll(ids(page.json()));
            next = page.headers()
                    .firstValue("link")
                    .map(link -> link.substring(link.indexOf("/core"), link.indexOf('>')));
        }
        return ids;
    }

    private static Set<String> walkedOpenCx() {
        Set<String> ids = new HashSet<>();
        for (int page = 1; page <= (AIRLINE + SGD_DEV) / 100 + 1; page++) {
            ids.addAll(ids(Caller.good(caller.post(
                            "/chat/sessions/filter",
                            "{\"sort_by\": \"created_at\", \"limit\": 100, \"page\": %d}".formatted(page)))
                    .json()
                    .get("data")));
        }
        return ids;
    }

    private static Set<String> ids(JsonNode rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.get("id").stringValue()));
        return ids;
    }
}
