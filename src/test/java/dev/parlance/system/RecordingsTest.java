package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Recordings and attachments come in with an import, are served, and go out with an export.
class RecordingsTest {
    private static final Site SITE = Site.shared();
    private static final String CALL = "{\"source_id\":\"%s\",\"channel\":\"phone_voice\",\"updated_at\":"
            + "\"2026-01-01T00:00:00Z\",\"recording\":{\"file\":\"calls/%s.ogg\",\"format\":\"ogg\"}}%n";
    private static final String WITH_PHOTO = "{\"source_id\":\"photo\",\"channel\":\"web\",\"messages\":[{\"author\":"
            + "\"contact\",\"text\":\"Look\",\"attachments\":[{\"name\":\"b\",\"file\":\"b.png\",\"mime_type\":"
            + "\"image/png\"}]}]}\n";

    private static final byte[] SOUND = random(1, 3_000_000);
    private static final byte[] PHOTO = random(2, 1000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static Path records = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        Files.createDirectories(folder.resolve("calls"));
        Files.write(folder.resolve("calls/1.ogg"), SOUND);
        Files.write(folder.resolve("b.png"), PHOTO);
        records = Files.writeString(folder.resolve("records.ndjson"), CALL.formatted("1", "1") + WITH_PHOTO);
    }

    @Test
    void whatIsImportedIsServed() throws Exception {
        SITE.tenant("recordings");
        assertThat(take(records, "recordings").with(0).lastLine()).startsWith("read 2, created 2");
        assertThat(fetched("recordings")).isEqualTo(SOUND);
        assertThat(take(records, "recordings").with(0).lastLine()).contains("unchanged 2");
    }

    @Test
    void otherBytesReplaceThoseThatWereHeld() throws Exception {
        SITE.tenant("replaced");
        Path own = folder.resolve("own");
        Files.createDirectories(own.resolve("calls"));
        Path file = Files.writeString(own.resolve("a.ndjson"), CALL.formatted("1", "1"));
        Files.write(own.resolve("calls/1.ogg"), SOUND);
        take(file, "replaced").with(0);
        byte[] longer = random(3, 3_500_000);
        Files.write(own.resolve("calls/1.ogg"), longer);
        assertThat(take(file, "replaced").with(0).lastLine()).contains("updated 1");
        assertThat(fetched("replaced")).isEqualTo(longer);
    }

    @Test
    void aMissingFileIsARejectedRecord() throws IOException {
        SITE.tenant("missing");
        Files.createSymbolicLink(folder.resolve("calls/link.ogg"), Path.of("/etc/hostname"));
        Path file = Files.writeString(
                folder.resolve("missing.ndjson"),
                CALL.formatted("1", "none")
                        + CALL.formatted("2", "../../x")
                        + CALL.formatted("3", "link")
                        + CALL.formatted("4", "1").replace("calls/1.ogg", "calls")
                        + CALL.formatted("5", "1"));
        Path report = folder.resolve("report.txt");
        Ended ended = SITE.run("import", file.toString(), "--tenant", "missing", "--report", report.toString());
        assertThat(ended.with(3).lastLine()).isEqualTo("read 5, created 1, updated 0, unchanged 0, rejected 4");
        assertThat(Files.readAllLines(report))
                .containsExactly(
                        file + ":1: recording.file: there is no such file in the import file's folder",
                        file + ":2: recording.file: a path that leads out of the import file's folder",
                        file + ":3: recording.file: the file lies outside the import file's folder",
                        file + ":4: recording.file: this is not a file");
    }

    @Test
    void anExportWithItsFilesIsTheSameElsewhere() throws Exception {
        SITE.tenant("whole");
        SITE.tenant("moved");
        Path second = folder.resolve("second");
        Files.createDirectories(second.resolve("calls"));
        Files.write(second.resolve("calls/1.ogg"), PHOTO);
        take(records, "whole").with(0);
        take(Files.writeString(second.resolve("b.ndjson"), CALL.formatted("2", "1")), "whole")
                .with(0);

        Path out = folder.resolve("out");
        String exported = SITE.run("export", "--tenant", "whole", "--files", out.toString())
                .with(0)
                .out();
        assertThat(out.resolve("calls/1.ogg")).hasBinaryContent(SOUND);
        assertThat(out.resolve("b.png")).hasBinaryContent(PHOTO);
        assertThat(out.resolve("3/calls/1.ogg")).hasBinaryContent(PHOTO);

        take(Files.writeString(out.resolve("all.ndjson"), exported), "moved").with(0);
        assertThat(fetched("moved")).isEqualTo(PHOTO);
        assertThat(SITE.run("export", "--tenant", "moved").with(0).out()).isEqualTo(exported);
    }

    @Test
    void anExportWithoutFilesSaysThatTheyAreLeftOut() {
        SITE.tenant("named");
        take(records, "named").with(0);
        Ended ended = SITE.run("export", "--tenant", "named").with(0);
        assertThat(ended.out()).contains("\"file\":\"calls/1.ogg\"");
        assertThat(ended.err()).contains("The records name 2 files, which --files DIR writes as well.");
        assertThat(SITE.run("export", "--tenant", "named", "--files", folder.toString())
                        .with(2)
                        .err())
                .contains("is not empty");
    }

    private static Ended take(Path file, String tenant) {
        return SITE.run("import", file.toString(), "--tenant", tenant);
    }

    /// The newest recorded call.
    private static byte[] fetched(String tenant) throws IOException, InterruptedException {
        JsonNode calls = Caller.good(SITE.token(tenant).get("/core/conversations?channel=telephone&limit=1"))
                .json();
        String url = calls.at("/0/recording_details/recording_url").stringValue();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static byte[] random(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
