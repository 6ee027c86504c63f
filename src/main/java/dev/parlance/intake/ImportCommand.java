package dev.parlance.intake;

import dev.parlance.intake.mapping.Mapping;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parlance import`.
@Command(
        name = "import",
        description = "Import conversations: NDJSON, a JSON array, CSV, each plain or .gz; - is standard input.")
public final class ImportCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int NOTHING = 1;
    private static final int SOME_REJECTED = 3;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Tenants tenants;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files, in this order.")
    private List<String> files = List.of();

    @Option(names = "--tenant", required = true, paramLabel = "NAME", description = "The tenant that they go to.")
    private String tenant = "";

    @Option(
            names = "--map",
            paramLabel = "NAME-OR-FILE",
            description = "A JSONata file, or one of openai-chat, opencx, anyreach, ohallo, intercom.")
    private @Nullable String map;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where rejected records are listed; by default a new file in the working directory.")
    private @Nullable Path report;

    public ImportCommand(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Integer call() throws IOException {
        Mapping mapping = mapping();
        CountDownLatch closed = new CountDownLatch(1);
        try (Tenants.Opened opened = tenants.open(tenant);
                Rejections rejections = new Rejections(report)) {
            Importer importer = new Importer(opened, rejections, progress());
            stopOnExit(importer, closed);
            return told(importer.run(files, mapping, System.in), rejections);
        } catch (Refusal e) {
            spec.commandLine().getErr().println(reason(e));
            return NOTHING;
        } finally {
            closed.countDown();
        }
    }

    private @Nullable Mapping mapping() {
        try {
            return map == null ? null : Mapping.get(map);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Progress progress() {
        PrintWriter err = spec.commandLine().getErr();
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return terminal ? new BarProgress() : new LineProgress(err, BETWEEN_LINES);
    }

    /// Ctrl-C ends the import after the batch under way; the process goes when the counts are printed and the store is
    /// closed.
    private static void stopOnExit(Importer importer, CountDownLatch closed) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            importer.stop();
            await(closed);
        }));
    }

    private int told(Importer.Ending ending, Rejections rejections) {
        PrintWriter out = spec.commandLine().getOut();
        rejections.findPath().ifPresent(path -> out.println("Rejected records are listed in " + path));
        explain(ending);
        out.println(ending.counts().line());
        out.flush();
        return exitCode(ending);
    }

    private static void await(CountDownLatch closed) {
        try {
            if (!closed.await(30, TimeUnit.SECONDS)) {
                System.err.println("The import did not stop in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void explain(Importer.Ending ending) {
        PrintWriter err = spec.commandLine().getErr();
        if (ending.failure() != null) {
            err.println("The import stopped: " + reason(ending.failure())
                    + " What is counted is stored; run it again for the rest.");
        } else if (ending.stopped()) {
            err.println("The import was stopped. What is counted is stored; run it again for the rest.");
        }
    }

    private static int exitCode(Importer.Ending ending) {
        if (ending.opened() == 0 || ending.failure() != null) {
            return NOTHING;
        }
        if (ending.stopped()) {
            return 130;
        }
        return ending.counts().rejected() > 0 ? SOME_REJECTED : GOOD;
    }

    private String reason(RuntimeException e) {
        if (e instanceof UncheckedIOException) {
            return e.getMessage() + ".";
        }
        if (!(e instanceof Refusal refusal)) {
            return e.getClass().getSimpleName() + ".";
        }
        return switch (refusal.problem()) {
            case Problem.NotFound missing ->
                "There is no tenant " + tenant + "; make it with: parlance tenant create " + tenant;
            case Problem.Unavailable unavailable -> unavailable.reason();
            case Problem.Conflict conflict -> conflict.reason();
            case Problem.Stale stale -> stale.reason();
            case Problem problem -> problem.getClass().getSimpleName() + ".";
        };
    }
}
