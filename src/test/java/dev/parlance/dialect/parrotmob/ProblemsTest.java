package dev.parlance.dialect.parrotmob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Asked;
import dev.parlance.http.Dialect;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    @Test
    void everyProblemHasADetail() {
        assertProblem(new Problem.Unauthenticated("No token."), 401, detail("No token."));
        assertProblem(new Problem.Forbidden("Not that."), 403, detail("Not that."));
        assertProblem(new Problem.NotFound("Account"), 404, detail("Not Found"));
        assertProblem(new Problem.MethodNotAllowed(Set.of("GET")), 405, detail("Method Not Allowed"));
        assertProblem(new Problem.Conflict("It ended."), 409, detail("It ended."));
        assertProblem(new Problem.TooLarge(9), 413, detail("The body has more than 9 bytes"));
        assertProblem(
                new Problem.UnsupportedMediaType("application/json"),
                415,
                detail("The content type must be application/json"));
        assertProblem(new Problem.TooManyRequests(Duration.ofSeconds(3)), 429, detail("Too Many Requests"));
        assertProblem(new Problem.Failed("r7"), 500, detail("Internal Server Error, reference r7"));
        assertProblem(new Problem.Unavailable("No database."), 503, detail("No database."));
    }

    @Test
    void mistakesPointAtTheirParameters() {
        Problem invalid = new Problem.Invalid(List.of(mistake("limit", "integer"), mistake("a/b~c", "unknown")));
        assertProblem(
                invalid,
                422,
                "{\"errors\":[{\"title\":\"Invalid value\",\"source\":{\"pointer\":\"/limit\"},"
                        + "\"detail\":\"limit must be good\"},"
                        + "{\"title\":\"Invalid value\",\"source\":{\"pointer\":\"/a~1b~0c\"},"
                        + "\"detail\":\"a/b~c must be good\"}]}");
    }

    @Test
    void aMistakeInABodyPointsAtItsPath() {
        Problem invalid = Problem.invalid(new Mistake(Mistake.Place.BODY, "media_content_urls[2].x", "url", "no."))
                .problem();
        assertProblem(
                invalid,
                422,
                "{\"errors\":[{\"title\":\"Invalid value\",\"source\":{\"pointer\":\"/media_content_urls/2/x\"},"
                        + "\"detail\":\"no.\"}]}");
    }

    private static String detail(String text) {
        return "{\"errors\":{\"detail\":\"" + text + "\"}}";
    }

    private static void assertProblem(Problem problem, int status, String body) {
        Dialect.ProblemBody said = Problems.body(problem);
        assertThat(said.status()).isEqualTo(status);
        assertThat(Asked.text(said.body())).isEqualTo(body);
    }

    private static Mistake mistake(String name, String kind) {
        return new Mistake(Mistake.Place.QUERY, name, kind, name + " must be good");
    }
}
