package dev.parlance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Asks one question of the server and of PostgreSQL in turn, several rounds of each, and takes the middle ones.
final class Measurement {
    private static final int WARM_UP_SECONDS = 1;

    private final Serving serving;
    private final Path work;
    private final int rounds;
    private final int seconds;

    Measurement(Serving serving, Path work, int rounds, int seconds) {
        this.serving = serving;
        this.work = work;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /// A rate and the processor time that was used meanwhile.
    private record Round(Rate rate, Cpu used, double share) {}

    private interface Asking {
        Rate ask(Path work, Serving serving, Question question, int seconds) throws IOException, InterruptedException;
    }

    Result of(Question question) throws Exception {
        String check = Check.of(serving, question.variants().getFirst());
        Rate.ofServer(work, serving, question, WARM_UP_SECONDS);
        List<Round> served = new ArrayList<>();
        List<Round> sql = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            served.add(round(Rate::ofServer, question));
            sql.add(round(Rate::ofPostgres, question));
        }
        Round server = middle(served);
        Round plain = middle(sql);
        return new Result(
                question,
                server.rate(),
                plain.rate(),
                micros(server.used().server(), server.rate()),
                micros(server.used().postgres(), server.rate()),
                micros(plain.used().postgres(), plain.rate()),
                serving.memory(),
                Math.max(server.share(), plain.share()),
                check);
    }

    private Round round(Asking asking, Question question) throws IOException, InterruptedException {
        Cpu before = serving.cpu();
        long began = System.nanoTime();
        Rate rate = asking.ask(work, serving, question, seconds);
        double elapsed = (System.nanoTime() - began) / 1e9;
        Cpu used = serving.cpu().minus(before);
        return new Round(
                rate, used, used.foreign() / elapsed / Runtime.getRuntime().availableProcessors());
    }

    private static Round middle(List<Round> rounds) {
        List<Round> sorted = new ArrayList<>(rounds);
        sorted.sort(Comparator.comparingDouble(round -> -round.rate().aSecond()));
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static double micros(double seconds, Rate rate) {
        return seconds * 1e6 / rate.requests();
    }
}
