package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands beside a running server, which shows at once what they did.
class CommandsTest {
    private static final Site SITE = Site.shared();

    @TempDir
    static Path folder;

    @Test
    void aNewTenantAndItsTokenAreUsableAtOnce() {
        String id = SITE.createTenant("fresh");
        assertThat(SITE.run("tenant", "list").with(0).lines()).contains(id + "  fresh");
        Caller caller = SITE.createToken("fresh");
        assertThat(caller.token()).startsWith("pl_");
        assertThat(caller.total()).isZero();
        assertThat(caller.body("/api/v2/accounts/" + id + "/conversations")
                        .at("/meta/total")
                        .longValue())
                .isZero();

        assertThat(SITE.run("tenant", "create", "fresh").with(1).err()).contains("There is a tenant fresh already.");
        assertThat(SITE.run("token", "create", "--tenant", "stale").with(1).err())
                .contains("There is no tenant stale");
    }

    @Test
    void whatIsImportedIsSeenAtOnceAndAgainOnlyUpdates() {
        SITE.tenant("seen");
        Caller caller = SITE.createToken("seen");
        assertThat(caller.total()).isZero();
        String first = """
                {"source_id": "1", "channel": "email", "subject": "Before"}
                {"source_id": "2", "channel": "web"}
                """;
        assertThat(SITE.take("seen", first).lastLine())
                .isEqualTo("read 2, created 2, updated 0, unchanged 0, rejected 0");
        assertThat(caller.total()).isEqualTo(2);
        assertThat(SITE.take("seen", first.replace("Before", "After")).lastLine())
                .isEqualTo("read 2, created 0, updated 1, unchanged 1, rejected 0");
        assertThat(caller.body("/api/conversations?q=after").get("total").longValue())
                .isEqualTo(1);
        assertThat(caller.body("/api/conversations?q=before").get("total").longValue())
                .isZero();
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        SITE.tenant("revoking");
        Caller caller =
                SITE.createToken("revoking", "--prefix", "ocx_live_", "--scope", "chat-sessions:read", "--rate", "60");
        assertThat(caller.token()).startsWith("ocx_live_");
        assertThat(caller.filter("{}").status()).isEqualTo(200);

        Ended listed = SITE.run("token", "list", "--tenant", "revoking").with(0);
        assertThat(listed.lines()).hasSize(2);
        assertThat(listed.lastLine())
                .contains("active", "60/min", "never", "conversations:read conversations:read_sensitive");
        assertThat(listed.out()).doesNotContain(caller.token());

        String id = listed.lastLine().substring(0, 36);
        SITE.run("token", "revoke", id).with(0);
        assertThat(caller.filter("{}").status()).isEqualTo(401);
        assertThat(SITE.run("token", "list", "--tenant", "revoking").with(0).lastLine())
                .contains("revoked");
        assertThat(SITE.run("token", "revoke", "00000000-0000-4000-8000-000000000000")
                        .with(1)
                        .err())
                .contains("There is no token");
    }

    @Test
    void everyFormatIsReadPlainAndCompressed() throws IOException {
        SITE.tenant("formats");
        Path array = write(
                "array.json",
                "[{\"source_id\": \"a\", \"channel\": \"web\"}, {\"source_id\": \"b\", \"channel\": \"sms\"}]");
        Path table = write("table.csv", """
                source_id,channel,contact.email,custom_data.plan,tags
                1,email,ada@example.com,gold,vip
                2,whatsapp,bob@example.com,silver,
                """);
        Path lines = folder.resolve("lines.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(lines))) {
            out.write("{\"source_id\": \"z\", \"channel\": \"slack\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        Ended ended = SITE.run("import", array.toString(), table.toString(), lines.toString(), "--tenant", "formats");
        assertThat(ended.with(0).lastLine()).isEqualTo("read 5, created 5, updated 0, unchanged 0, rejected 0");
        exportsWhatTheFormatsBrought();
    }

    private static void exportsWhatTheFormatsBrought() {
        List<String> exported =
                SITE.run("export", "--tenant", "formats").with(0).lines();
        assertThat(exported)
                .hasSize(5)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"source\":\"table\"", "\"source_id\":\"1\"", "ada@example.com", "\"plan\":\"gold\""));
        assertThat(SITE.run(
                                "export",
                                "--tenant",
                                "formats",
                                "--filter",
                                "{\"field\": \"channel\", \"in\": [\"email\"]}")
                        .with(0)
                        .lines())
                .hasSize(1);
    }

    @Test
    void aMappingBringsForeignRecords() throws IOException {
        SITE.tenant("mapped");
        Path file = write("chat.json", """
                [{"id": "c1", "messages": [
                  {"role": "user", "content": "Where is my order?"},
                  {"role": "assistant", "content": null, "tool_calls": [
                    {"id": "t1", "type": "function", "function": {"name": "find_order", "arguments": "{\\"order\\": 7}"}}]},
                  {"role": "tool", "tool_call_id": "t1", "name": "find_order", "content": "{\\"state\\": \\"sent\\"}"},
                  {"role": "assistant", "content": "It was sent."}]}]
                """);
        SITE.run("import", file.toString(), "--tenant", "mapped", "--map", "openai-chat")
                .with(0);
        Caller caller = SITE.createToken("mapped");
        assertThat(caller.body("/resource-usage/action/find_order/conversations")
                        .get("total_sessions")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void badRecordsAreListedAndTheGoodOnesStay() throws IOException {
        SITE.tenant("mixed");
        Path file = write("mixed.ndjson", """
                {"source_id": "1", "channel": "email"}
                {"source_id": "2", "channel": "fax"}
                {"source_id": "3"
                {"source_id": "4", "channel": "web", "colour": "red"}
                """);
        Path report = folder.resolve("report.txt");
        Ended ended = SITE.run("import", file.toString(), "--tenant", "mixed", "--report", report.toString());
        assertThat(ended.with(3).out()).contains(report.toString());
        assertThat(ended.lastLine()).isEqualTo("read 4, created 1, updated 0, unchanged 0, rejected 3");
        assertThat(Files.readAllLines(report))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file + ":2: channel: "),
                        line -> assertThat(line).startsWith(file + ":3: "),
                        line -> assertThat(line).startsWith(file + ":4: colour: "));

        Ended none = SITE.run("import", folder + "/missing", "--tenant", "mixed", "--report", report.toString());
        none.with(1);
        assertThat(SITE.run("", new String[] {"import", "-", "--tenant", "nobody"})
                        .with(1)
                        .err())
                .contains("There is no tenant nobody");
    }

    @Test
    void anExpiredTokenIsRefused() {
        SITE.tenant("expiring");
        Caller caller = SITE.createToken("expiring", "--expires", "3s");
        assertThat(Waiting.until(
                        Duration.ofSeconds(10),
                        () -> caller.get("/api/conversations").status() == 401))
                .isTrue();
        assertThat(SITE.run("token", "list", "--tenant", "expiring").with(0).lastLine())
                .contains("expired");
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
