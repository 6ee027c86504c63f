package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that are killed while conversations are imported: what was acknowledged is there, nothing is doubled, the
/// import done again completes, and no process stays behind.
class CrashTest {
    private static final int RECORDS = 2_000;
    private static final int FIRST_PART = 1_200;
    private static final Pattern COUNTED = Pattern.compile("created (\\d+), updated 0, unchanged (\\d+), rejected 0$");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.in(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aKilledImportIsCompletedByTheNext() {
        Caller caller = tenant("killed-import");
        Parlance importing = half("killed-import", caller);
        long seen = caller.total();
        importing.kill();
        completes("killed-import", caller, seen);
    }

    @Test
    void anImportOutlivesAKilledServer() {
        Caller caller = tenant("killed-server");
        Parlance importing = half("killed-server", caller);
        site.server().kill();
        assertThat(importing.ended(records(FIRST_PART, RECORDS)).with(0).lastLine())
                .isEqualTo("read 2000, created 2000, updated 0, unchanged 0, rejected 0");
        Processes.assertNoneUses(site.data());
        site = Site.in(folder);
        isComplete(caller.at(site.server().address()));
    }

    @Test
    void whatIsCountedIsThereWhenTheDatabaseWasKilled() {
        Caller caller = tenant("killed-database");
        Parlance importing = half("killed-database", caller);
        long seen = caller.total();
        Processes.signal("KILL", Processes.postmaster(site.data()));
        Ended ended = importing.ended(records(FIRST_PART, RECORDS));
        if (ended.code() != 0) {
            assertThat(ended.with(1).err()).contains("run it again for the rest");
        }
        assertThat(Waiting.until(
                        Duration.ofMinutes(1), () -> caller.get("/readyz").status() == 200))
                .isTrue();
        completes("killed-database", caller, Math.max(seen, counted(ended)));
    }

    @Test
    void anInterruptedImportSaysWhatItStored() {
        Caller caller = tenant("interrupted");
        Parlance importing = half("interrupted", caller);
        importing.signal("INT");
        long began = System.nanoTime();
        Ended ended = importing.ended().with(130);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        assertThat(caller.total()).isEqualTo(counted(ended));
        completes("interrupted", caller, counted(ended));
    }

    @Test
    void anInterruptedImportTakesItsDatabaseWithIt(@TempDir Path alone) {
        Path data = Parlance.dataIn(alone);
        List<String> words = List.of("--data", data.toString());
        run(alone, Stream.concat(Stream.of("tenant", "create", "alone"), words.stream()));
        Processes.assertNoneUses(data);
        Parlance importing = Parlance.start(
                alone,
                Stream.concat(Stream.of("import", "-", "--tenant", "alone"), words.stream())
                        .toList());
        importing.feed(records(0, FIRST_PART));
        assertThat(Waiting.until(Duration.ofMinutes(1), () -> Files.exists(data.resolve("postgres/postmaster.pid"))))
                .isTrue();
        Waiting.pause(Duration.ofSeconds(2));
        importing.signal("INT");
        importing.ended().with(130);
        Processes.assertNoneUses(data);
    }

    private static void run(Path folder, Stream<String> words) {
        Parlance.start(folder, words.toList()).ended("").with(0);
    }

    private static Caller tenant(String name) {
        site.tenant(name);
        return site.token(name);
    }

    /// An import that has stored some of what it was given, and waits for the rest.
    private static Parlance half(String tenant, Caller caller) {
        Parlance importing = site.start("import", "-", "--tenant", tenant);
        importing.feed(records(0, FIRST_PART));
        assertThat(Waiting.until(Duration.ofMinutes(1), () -> caller.total() > 0))
                .isTrue();
        return importing;
    }

    private static String records(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> """
                        {"source_id": "%1$d", "channel": "web", "contact": {"email": "c%1$d@example.com"}, "tags": ["t%2$d"], \
                        "messages": [{"author": "contact", "text": "question %1$d"}, {"author": "ai", "text": "answer %1$d", \
                        "uses": [{"type": "action", "id": "act", "kind": "applied"}]}]}
                        """.formatted(i, i % 7)).collect(Collectors.joining());
    }

    private static void completes(String tenant, Caller caller, long acknowledged) {
        long stored = caller.total();
        assertThat(stored).isBetween(acknowledged, (long) RECORDS);
        assertThat(site.take(tenant, records(0, RECORDS)).lastLine())
                .isEqualTo("read %d, created %d, updated 0, unchanged %d, rejected 0"
                        .formatted(RECORDS, RECORDS - stored, stored));
        isComplete(caller);
    }

    private static void isComplete(Caller caller) {
        assertThat(caller.total()).isEqualTo(RECORDS);
        String all = Caller.good(caller.get("/api/v2/accounts/me/conversations?limit=0"))
                .text();
        assertThat(JsonText.parse(all).get("data").values().stream()
                        .map(row -> row.get("id").stringValue())
                        .distinct())
                .hasSize(RECORDS);
        assertThat(caller.body("/resource-usage/action/act/usage-summary")
                        .get("applied_replies")
                        .intValue())
                .isEqualTo(RECORDS);
        assertThat(caller.body("/api/conversations?q=question&limit=1")
                        .get("total")
                        .intValue())
                .isEqualTo(RECORDS);
    }

    private static long counted(Ended ended) {
        List<String> lines = ended.lines();
        Matcher matcher = COUNTED.matcher(lines.isEmpty() ? "" : lines.getLast());
        assertThat(matcher.find()).as(ended.toString()).isTrue();
        return Long.parseLong(matcher.group(1)) + Long.parseLong(matcher.group(2));
    }
}
