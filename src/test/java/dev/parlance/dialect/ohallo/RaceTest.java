package dev.parlance.dialect.ohallo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import dev.parlance.journal.Change;
import dev.parlance.query.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Several people act on the same conversations at the same moment.
class RaceTest {
    private static final int CONVERSATIONS = 30;
    private static final Served SERVED = Served.of(
            OHallo::dialect,
            LongStream.rangeClosed(1, CONVERSATIONS)
                    .mapToObj(number ->
                            Sample.conversation(number, "2026-03-01T00:00:00Z").row())
                    .toList());

    private record Attempt(long number, String action) {}

    private record Result(Attempt attempt, int status) {}

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void whateverIsDoneAtOnceEndsInOneOrder() throws InterruptedException, ExecutionException {
        List<Attempt> attempts = new ArrayList<>();
        LongStream.rangeClosed(1, CONVERSATIONS)
                .forEach(number -> List.of(
                                "take-over",
                                "take-over",
                                "reply",
                                "reply",
                                "reply",
                                "release",
                                "take-over",
                                "resolve",
                                "resolve")
                        .forEach(action -> attempts.add(new Attempt(number, action))));
        Collections.shuffle(attempts, new Random(20261120));
        Map<Long, List<Result>> results = run(attempts).stream()
                .collect(Collectors.groupingBy(result -> result.attempt().number()));
        results.forEach(RaceTest::check);
    }

    private static List<Result> run(List<Attempt> attempts) throws InterruptedException, ExecutionException {
        List<Result> results = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(16)) {
            List<Callable<Result>> calls = attempts.stream()
                    .<Callable<Result>>map(attempt -> () -> new Result(attempt, status(attempt)))
                    .toList();
            for (Future<Result> each : people.invokeAll(calls)) {
                results.add(each.get());
            }
        }
        return results;
    }

    private static int status(Attempt attempt) {
        String path = "/api/conversations/" + Sample.id(attempt.number()) + "/" + attempt.action();
        return SERVED.post(path, "{\"content\":\"Hello.\"}").status();
    }

    /// What was answered is what happened: each step goes on from the one before, and nothing follows the end.
    private static void check(long number, List<Result> results) {
        Row row = SERVED.doors().archive().get(Served.access("full"), Sample.id(number), true);
        List<Change> steps = SERVED.doors().archive().timeline(Served.access("full"), row.conversation()).stream()
                .filter(change -> change.kind() == Change.Kind.STATE_CHANGED)
                .toList();
        assertThat(results).extracting(Result::status).containsOnly(200, 409);
        assertThat(done(results, "resolve")).isEqualTo(1);
        assertThat(row.messages()).hasSize((int) done(results, "reply"));
        assertThat(steps.stream().map(change -> detail(change, "step")).sorted())
                .containsExactlyElementsOf(results.stream()
                        .filter(result -> result.status() == 200)
                        .map(result -> result.attempt().action().replace('-', '_'))
                        .filter(action -> !action.equals("reply"))
                        .sorted()
                        .toList());
        String state = State.ACTIVE.word();
        for (Change change : steps) {
            assertThat(detail(change, "from")).isEqualTo(state);
            state = detail(change, "to");
        }
        assertThat(state).isEqualTo(row.conversation().state().word()).isEqualTo(State.RESOLVED.word());
    }

    private static long done(List<Result> results, String action) {
        return results.stream()
                .filter(result -> result.status() == 200)
                .filter(result -> result.attempt().action().equals(action))
                .count();
    }

    private static String detail(Change change, String member) {
        JsonText detail = Objects.requireNonNull(change.detail());
        return detail.tree().get(member).stringValue();
    }
}
