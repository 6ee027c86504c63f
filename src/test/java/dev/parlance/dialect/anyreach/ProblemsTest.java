package dev.parlance.dialect.anyreach;

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
        assertProblem(new Problem.Unauthenticated("No token."), 401, "{\"detail\":\"No token.\"}");
        assertProblem(new Problem.Forbidden("Not that."), 403, "{\"detail\":\"Not that.\"}");
        assertProblem(new Problem.NotFound("Conversation"), 404, "{\"detail\":\"Conversation not found\"}");
        assertProblem(new Problem.MethodNotAllowed(Set.of("GET")), 405, "{\"detail\":\"Method not allowed\"}");
        assertProblem(new Problem.Conflict("It ended."), 409, "{\"detail\":\"It ended.\"}");
        assertProblem(new Problem.TooLarge(9), 413, "{\"detail\":\"The body has more than 9 bytes\"}");
        assertProblem(
                new Problem.UnsupportedMediaType("application/json"),
                415,
                "{\"detail\":\"The content type must be application/json\"}");
        assertProblem(new Problem.TooManyRequests(Duration.ofSeconds(3)), 429, "{\"detail\":\"Rate limit exceeded\"}");
        assertProblem(new Problem.Failed("r7"), 500, "{\"detail\":\"Internal server error, reference r7\"}");
        assertProblem(new Problem.Unavailable("No database."), 503, "{\"detail\":\"No database.\"}");
    }

    @Test
    void mistakesAreListedWithTheirPlaces() {
        Problem invalid = new Problem.Invalid(
                List.of(mistake("limit", "int_parsing"), new Mistake(Mistake.Place.BODY, "body", "json", "Not JSON.")));
        assertProblem(
                invalid,
                422,
                "{\"detail\":[{\"loc\":[\"query\",\"limit\"],\"msg\":\"limit must be good\",\"type\":\"int_parsing\"},"
                        + "{\"loc\":[\"body\",\"body\"],\"msg\":\"Not JSON.\",\"type\":\"json\"}]}");
    }

    @Test
    void unknownColumnsAloneAreABadRequest() {
        Mistake column = mistake("columns", Problems.UNKNOWN_COLUMN);
        assertProblem(
                new Problem.Invalid(List.of(column, column)),
                400,
                "{\"detail\":\"columns must be good; columns must be good\"}");
        assertThat(Problems.body(new Problem.Invalid(List.of(column, mistake("limit", "enum"))))
                        .status())
                .isEqualTo(422);
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
