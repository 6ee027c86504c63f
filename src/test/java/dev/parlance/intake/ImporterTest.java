package dev.parlance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.journal.Draft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImporterTest {
    private final Store store = new Store();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everyRecordIsCountedOnceAndInOrder() throws IOException {
        Path file = write("many.ndjson", lines(0, 1000) + "nonsense\n" + lines(1000, 2000));
        Importer.Ending ending = run(file);
        assertThat(ending.counts()).isEqualTo(new Counts(2000, 0, 0, 1));
        assertThat(ending.counts().line()).isEqualTo("read 2001, created 2000, updated 0, unchanged 0, rejected 1");
        assertThat(store.drafts()).extracting(Draft::sourceId).containsExactlyElementsOf(ids(2000));
        assertThat(store.drafts()).extracting(Draft::source).containsOnly("many");
        assertThat(store.batches).allMatch(size -> size <= 300);
        assertThat(report()).containsExactly(file + ":1001: record: not JSON at column 1");
    }

    @Test
    void aRepeatedImportChangesNothing() throws IOException {
        Path file = write("a.ndjson", lines(0, 500));
        run(file);
        assertThat(run(file).counts()).isEqualTo(new Counts(0, 0, 500, 0));
        assertThat(run(write("b/a.ndjson", lines(0, 500).replace("web", "sms"))).counts())
                .isEqualTo(new Counts(0, 500, 0, 0));
    }

    @Test
    void largeRecordsTravelInSmallBatches() throws IOException {
        String text = "x".repeat(600_000);
        run(write(
                "big.ndjson",
                IntStream.range(0, 10)
                        .mapToObj(
                                i -> "{\"source_id\":\"" + i + "\",\"channel\":\"web\",\"subject\":\"" + text + "\"}\n")
                        .collect(Collectors.joining())));
        assertThat(store.batches).hasSize(4).allMatch(size -> size <= 3);
    }

    @Test
    void whatTheStoreRejectsIsReportedWithItsLine() throws IOException {
        Path file = write(
                "a.ndjson",
                "{\"source_id\":\"1\",\"channel\":\"web\"}\n\n{\"source_id\":\"taken\",\"channel\":\"web\"}\n");
        assertThat(run(file).counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(report()).containsExactly(file + ":3: ticket_number: is taken");
    }

    @Test
    void anUnreadableFileDoesNotStopTheOthers() throws IOException {
        Path good = write("a.json", "[{\"source_id\":\"1\",\"channel\":\"web\"}]");
        Path missing = folder.resolve("missing.ndjson");
        Importer.Ending ending = run(missing, good);
        assertThat(ending.counts()).isEqualTo(new Counts(1, 0, 0, 1));
        assertThat(ending.opened()).isEqualTo(1);
        assertThat(report())
                .containsExactly(missing + ":0: file: cannot be read: there is no such file, or it may not be read");
    }

    @Test
    void csvCellsAreTypedByTheirMember() throws IOException {
        run(write("a.csv", """
                source_id,channel,tags,assist_mode,duration,contact.email,custom_data.plan,messages
                1,web,a|b,TRUE,7,x@y.z,007,"[{""author"":""contact"",""text"":""Hi""}]"
                2,web,,,,,,
                3,web,,yes,,,,
                """));
        Draft draft = store.drafts().getFirst();
        assertThat(draft.tags()).containsExactly("a", "b");
        assertThat(draft.standing().assistMode()).isTrue();
        assertThat(draft.duration()).isEqualTo(7);
        assertThat(draft.customData()).hasFieldOrPropertyWithValue("text", "{\"plan\":\"007\"}");
        assertThat(draft.messages()).hasSize(1);
        assertThat(store.drafts()).hasSize(2);
        assertThat(report())
                .hasSize(1)
                .first()
                .asString()
                .endsWith("assist_mode: text where true or false is expected");
    }

    @Test
    void aFailingStoreEndsTheImportWithWhatItAcknowledged() throws IOException {
        Importer importer = new Importer(
                batch -> {
                    if (store.batches.size() == 2) {
                        throw new IllegalStateException("gone");
                    }
                    return store.put(batch);
                },
                new Rejections(folder.resolve("report")),
                Progress.silent());
        Importer.Ending ending =
                importer.run(names(write("a.ndjson", lines(0, 3000))), null, InputStream.nullInputStream());
        assertThat(ending.failure()).hasMessage("gone");
        assertThat(ending.counts()).isEqualTo(new Counts(600, 0, 0, 0));
    }

    @Test
    void anImportCanBeStopped() throws IOException {
        Rejections rejections = new Rejections(folder.resolve("report"));
        Importer[] running = new Importer[1];
        running[0] = new Importer(
                batch -> {
                    running[0].stop();
                    return store.put(batch);
                },
                rejections,
                Progress.silent());
        Importer.Ending ending =
                running[0].run(names(write("a.ndjson", lines(0, 3000))), null, InputStream.nullInputStream());
        assertThat(ending.stopped()).isTrue();
        assertThat(ending.counts()).isEqualTo(new Counts(300, 0, 0, 0));
    }

    @Test
    void anInterruptStopsItToo() throws IOException {
        Thread.currentThread().interrupt();
        Importer.Ending ending = run(write("a.ndjson", lines(0, 10)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ending.stopped()).isTrue();
        assertThat(ending.counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void standardInputIsAFileToo() throws IOException {
        try (Rejections rejections = new Rejections(folder.resolve("report"))) {
            InputStream input = new ByteArrayInputStream(lines(0, 3).getBytes(StandardCharsets.UTF_8));
            new Importer(store::put, rejections, Progress.silent()).run(List.of("-"), null, input);
        }
        assertThat(store.drafts()).extracting(Draft::source).containsOnly("stdin");
    }

    @Test
    void progressTellsRateAndTimeLeft() {
        Progress.Moment moment = new Progress.Moment(12_300, 25, 100, 6_000_000_000L);
        assertThat(moment.line()).isEqualTo("12,300 records, 25%, 2,050 records/s, 0:18 left");
        assertThat(new Progress.Moment(5, 10, Progress.UNKNOWN, 1_000_000_000L).line())
                .isEqualTo("5 records, 5 records/s");
    }

    private Importer.Ending run(Path... files) throws IOException {
        try (Rejections rejections = new Rejections(folder.resolve("report"))) {
            Importer importer = new Importer(store::put, rejections, Progress.silent());
            return importer.run(names(files), null, InputStream.nullInputStream());
        }
    }

    private List<String> report() throws IOException {
        return Files.readAllLines(folder.resolve("report"));
    }

    private static List<String> names(Path... files) {
        return List.of(files).stream().map(Path::toString).toList();
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"source_id\":\"" + i + "\",\"channel\":\"web\"}\n")
                .collect(Collectors.joining());
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
