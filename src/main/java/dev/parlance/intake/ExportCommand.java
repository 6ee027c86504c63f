package dev.parlance.intake;

import dev.parlance.intake.record.DraftWriter;
import dev.parlance.intake.record.FilterReader;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import dev.parlance.query.Filter;
import dev.parlance.query.Row;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parlance export`: import records to standard output, in the order of their numbers.
@Command(name = "export", description = "Export conversations as NDJSON import records to standard output.")
public final class ExportCommand implements Callable<Integer> {
    private final Tenants tenants;
    private final OutputStream out;

    /// The one format there is.
    enum Format {
        ndjson
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--tenant", required = true, paramLabel = "NAME", description = "The tenant to export.")
    private String tenant = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "ndjson (default).")
    private Format format = Format.ndjson;

    @Option(
            names = "--filter",
            paramLabel = "JSON",
            description = "Which conversations, such as {\"field\": \"state\", \"in\": [\"resolved\"]} or"
                    + " {\"all\": [{\"tag\": \"vip\"}, {\"during\": \"created\", \"from\": \"2026-01-01\"}]}.")
    private @Nullable String filter;

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description = "A new or empty folder that recordings and attachments are written to as well.")
    private @Nullable Path files;

    public ExportCommand(Tenants tenants, OutputStream out) {
        this.tenants = tenants;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Filter wanted = wanted();
        checkFolder();
        try (Tenants.Opened opened = tenants.open(tenant)) {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            ExportedFiles exported = new ExportedFiles(opened, files);
            opened.stream(wanted, row -> write(lines, line(row, exported)));
            lines.flush();
            exported.findRemark().ifPresent(spec.commandLine().getErr()::println);
            return 0;
        } catch (UncheckedIOException e) {
            spec.commandLine().getErr().println("The output cannot be written.");
            return 1;
        } catch (Refusal e) {
            boolean missing = e.problem() instanceof Problem.NotFound;
            spec.commandLine()
                    .getErr()
                    .println(missing ? "There is no tenant " + tenant + "." : "The store cannot be read.");
            return 1;
        }
    }

    private String line(Row row, ExportedFiles exported) {
        return switch (format) {
            case ndjson ->
                DraftWriter.line(row, exported.names(row.conversation().number()));
        };
    }

    private static void write(Writer lines, String line) {
        try {
            lines.write(line);
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkFolder() throws IOException {
        if (files == null) {
            return;
        }
        if (Files.exists(files) && !Files.isDirectory(files)) {
            throw new ParameterException(spec.commandLine(), "--files: " + files + " is not a folder");
        }
        Files.createDirectories(files);
        try (Stream<Path> inside = Files.list(files)) {
            if (inside.findAny().isPresent()) {
                throw new ParameterException(spec.commandLine(), "--files: the folder " + files + " is not empty");
            }
        }
    }

    private Filter wanted() {
        try {
            return filter == null ? Filter.EVERYTHING : FilterReader.read(filter);
        } catch (Refusal e) {
            throw new ParameterException(spec.commandLine(), "--" + mistakes(e.problem()), e);
        }
    }

    private static String mistakes(Problem problem) {
        return problem instanceof Problem.Invalid invalid
                ? invalid.mistakes().stream().map(ExportCommand::line).collect(Collectors.joining("; "))
                : problem.getClass().getSimpleName();
    }

    private static String line(Mistake mistake) {
        return mistake.field() + ": " + mistake.message();
    }
}
