package dev.parlance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Loads the archive if it is not there, measures, and writes the results. `bench/run` starts it.
public final class Bench {
    private static final long SEED = 20260101;
    private static final double IDLE_SECONDS = 3;
    private static final double IDLE_SHARE = 0.08;
    private static final int WARM_UPS = 3;

    private final Options options;
    private final World world;

    private Bench(Options options) {
        this.options = options;
        this.world = new World(options.conversations(), SEED);
    }

    public static void main(String[] words) throws Exception {
        new Bench(Options.of(List.of(words))).run();
    }

    private void run() throws Exception {
        Path archive = options.root().resolve("bench/data/" + world.conversations());
        Importing imported = options.loadOnly() ? null : imported();
        Load.into(archive, world);
        if (options.loadOnly()) {
            return;
        }
        try (Serving serving = Serving.start(options.root(), archive, World.tenant(0))) {
            Report report = report(serving, imported);
            System.out.println();
            System.out.print(report.summary());
            if (options.keeps()) {
                Files.writeString(options.root().resolve("bench/RESULTS.md"), report.text());
                System.out.println("Written to bench/RESULTS.md");
            }
        }
    }

    private @Nullable Importing imported() throws Exception {
        Path set = options.sets().resolve("sgd");
        if (!options.only().isEmpty()) {
            return null;
        }
        if (!Files.isDirectory(set) || !Files.exists(Importing.mapping(options.root()))) {
            System.out.println("Import is not measured: the set sgd in " + set + " or its mapping is not here");
            return null;
        }
        System.out.println("Importing " + set);
        return Importing.run(options.root(), set, options.root().resolve("bench/data/import"));
    }

    private Report report(Serving serving, @Nullable Importing imported) throws Exception {
        System.out.printf("Listening after %.1f s; waiting for the index%n", serving.startSeconds());
        Facts facts = Facts.of(serving.plain());
        Machine machine = Machine.here(options.root(), serving.plain().one("show server_version"));
        List<Question> questions = questions(facts).filter(this::isWanted).toList();
        if (questions.isEmpty() && !isWanted("send", "messages")) {
            throw new IOException("no question's name holds " + options.only());
        }
        Path work = Files.createDirectories(options.root().resolve("target/bench-work"));
        Measurement measurement = new Measurement(serving, work, options.rounds(), options.seconds());
        double built = questions.isEmpty() ? 0 : settle(serving, measurement, questions.getFirst());
        System.out.printf("The index stands after %.0f s, at %,d MiB%n", built, serving.memory());
        Report.Starts starts = new Report.Starts(serving.startSeconds(), built);
        List<Result> results = results(measurement, questions);
        return new Report(machine, world, facts, results, starts, imported, sent(serving, work));
    }

    private @Nullable Sending sent(Serving serving, Path work) throws Exception {
        if (!isWanted("send", "messages")) {
            return null;
        }
        return Sending.measure(serving.as(Sending.tenant()), work, options.rounds(), options.seconds());
    }

    private static List<Result> results(Measurement measurement, List<Question> questions) throws Exception {
        List<Result> results = new ArrayList<>();
        for (Question question : questions) {
            Result result = measurement.of(question);
            System.out.println(Report.line(result));
            results.add(result);
        }
        return results;
    }

    /// The first question makes the server build its index; afterwards the compiler gets its time.
    ///
    /// @return the seconds until the index stood
    private static double settle(Serving serving, Measurement measurement, Question question) throws Exception {
        long began = System.nanoTime();
        Check.of(serving, question.variants().getFirst());
        double idle = 0;
        while (idle < IDLE_SECONDS) {
            Cpu before = serving.cpu();
            Thread.sleep(500);
            Cpu used = serving.cpu().minus(before);
            idle = used.server() + used.postgres() < IDLE_SHARE / 2 ? idle + 0.5 : 0;
        }
        double built = (System.nanoTime() - began) / 1e9 - IDLE_SECONDS;
        for (int i = 0; i < WARM_UPS; i++) {
            measurement.of(question);
        }
        return built;
    }

    private static Stream<Question> questions(Facts facts) {
        return Stream.of(
                        OpenCxQuestions.all(facts),
                        UsageQuestions.all(facts),
                        ParrotMobQuestions.all(facts),
                        AnyreachQuestions.all(facts),
                        OhalloQuestions.all(facts))
                .flatMap(List::stream);
    }

    private boolean isWanted(Question question) {
        return isWanted(question.call(), question.name());
    }

    private boolean isWanted(String call, String name) {
        return (call + ": " + name).contains(options.only());
    }
}
