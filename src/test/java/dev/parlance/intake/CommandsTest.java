package dev.parlance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.journal.Command;
import dev.parlance.journal.Outcome;
import dev.parlance.problem.Problem;
import dev.parlance.query.Filter;
import dev.parlance.query.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommandsTest {
    private static final String GOOD = "{\"source_id\":\"1\",\"channel\":\"web\"}\n";

    private final Store store = new Store();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Filter> asked = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aGoodImportEndsWithTheCounts() throws IOException {
        assertThat(run("import", file(GOOD), "--tenant", "demo")).isZero();
        assertThat(out.toString().lines().toList())
                .last()
                .isEqualTo("read 1, created 1, updated 0, unchanged 0, rejected 0");
    }

    @Test
    void rejectedRecordsAreListedInAReport() throws IOException {
        Path report = folder.resolve("report.txt");
        assertThat(run("import", file(GOOD + "{}\n"), "--tenant", "demo", "--report", report.toString()))
                .isEqualTo(3);
        assertThat(out.toString().lines().toList())
                .containsExactly(
                        "Rejected records are listed in " + report,
                        "read 2, created 1, updated 0, unchanged 0, rejected 1");
        assertThat(Files.readAllLines(report)).hasSize(2).allMatch(line -> line.contains(":2: "));
    }

    @Test
    void allRejectedIsStillThree() throws IOException {
        assertThat(run("import", file("{}"), "--tenant", "demo", "--report", folder + "/r"))
                .isEqualTo(3);
    }

    @Test
    void nothingReadableIsOne() {
        assertThat(run("import", folder + "/none", "--tenant", "demo", "--report", folder + "/r"))
                .isEqualTo(1);
        assertThat(out.toString())
                .endsWith("read 1, created 0, updated 0, unchanged 0, rejected 1" + System.lineSeparator());
    }

    @Test
    void anUnknownTenantIsOneAndSaysWhatToDo() throws IOException {
        assertThat(run("import", file(GOOD), "--tenant", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("parlance tenant create nobody");
    }

    @Test
    void wrongUsageIsTwoAndNamesWhatWasExpected() throws IOException {
        assertThat(run("import", "--tenant", "demo")).isEqualTo(2);
        assertThat(run("import", file(GOOD))).isEqualTo(2);
        assertThat(run("import", file(GOOD), "--tenant", "demo", "--map", "zendesk"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("openai-chat, opencx");
        assertThat(run("export", "--tenant", "demo", "--filter", "{\"state\":\"new\"}"))
                .isEqualTo(2);
        assertThat(run("export", "--tenant", "demo", "--format", "xml")).isEqualTo(2);
    }

    @Test
    void anExportAsksByItsFilter() {
        assertThat(run("export", "--tenant", "demo", "--filter", "{\"tag\":\"vip\"}"))
                .isZero();
        assertThat(run("export", "--tenant", "demo")).isZero();
        assertThat(asked).containsExactly(new Filter.Tagged("vip"), Filter.EVERYTHING);
    }

    private int run(String name, String... arguments) {
        Object command = name.equals("import")
                ? new ImportCommand(this::open)
                : new ExportCommand(this::open, new ByteArrayOutputStream());
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Tenants.Opened open(String name) {
        if (!name.equals("demo")) {
            throw new Problem.NotFound("Tenant").refusal();
        }
        return new Tenants.Opened() {
            @Override
            public List<Outcome> put(List<Command.Put> batch) {
                return store.put(batch);
            }

            @Override
            public boolean read(long conversation, String name, Consumer<byte[]> parts) {
                return false;
            }

            @Override
            public void stream(Filter filter, Consumer<Row> rows) {
                asked.add(filter);
            }

            @Override
            public void close() {}
        };
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("records.ndjson"), content).toString();
    }
}
