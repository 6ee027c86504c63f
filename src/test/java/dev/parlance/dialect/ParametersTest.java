package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.conversation.TenantId;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import dev.parlance.query.Span;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ParametersTest {
    @Test
    void absentAndEmptyGiveTheFallback() {
        Parameters parameters = new Parameters(request("a=", "b= "));
        assertThat(parameters.integer("a", 5, 1, 9)).isEqualTo(5);
        assertThat(parameters.integer("b", 6, 1, 9)).isEqualTo(6);
        assertThat(parameters.integer("c", 7, 1, 9)).isEqualTo(7);
        assertThat(parameters.findText("a")).isEmpty();
        assertThat(parameters.findBoolean("a")).isEmpty();
        assertThat(parameters.span("a", "b").isAlways()).isTrue();
        parameters.check();
    }

    @Test
    void furtherTextsCanCountAsAbsent() {
        assertThat(new Parameters(request("limit=null"), "null").integer("limit", 50, 1, 100))
                .isEqualTo(50);
        Parameters plain = new Parameters(request("limit=null"));
        assertThat(plain.integer("limit", 50, 1, 100)).isEqualTo(50);
        assertThat(mistakes(plain)).extracting(Mistake::field).containsExactly("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "x", "1.5", "1e1", "99999999999999999999", "9223372036854775808", "--1", "1 0"})
    void integersOutsideAndOtherTextsAreMistakes(String value) {
        Parameters parameters = new Parameters(request("limit=" + value));
        assertThat(parameters.integer("limit", 20, 1, 100)).isEqualTo(20);
        assertThat(mistakes(parameters))
                .containsExactly(new Mistake(
                        Mistake.Place.QUERY,
                        "limit",
                        "integer",
                        "limit must be an integer from 1 to 100",
                        value,
                        "an integer from 1 to 100"));
    }

    @Test
    void bothEndsOfARangeAreIn() {
        Parameters parameters = new Parameters(request("a=1", "b=9223372036854775807", "c=+3"));
        assertThat(parameters.integer("a", 0, 1, 9)).isEqualTo(1);
        assertThat(parameters.integer("b", 0, 1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(parameters.integer("c", 0, 1, 3)).isEqualTo(3);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        Parameters parameters = new Parameters(request("a=x", "b=maybe", "c=blue", "d=yesterday", "e=\0"));
        parameters.integer("a", 1, 1, 2);
        parameters.findBoolean("b");
        parameters.findOneOf("c", Map.of("red", 1));
        parameters.span("d", "to");
        parameters.findText("e");
        assertThat(mistakes(parameters)).extracting(Mistake::field).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void readsWordsAndSpans() {
        Parameters parameters = new Parameters(request("b=true", "c=red", "from=2026-03-25", "to=2026-03-25"));
        assertThat(parameters.findBoolean("b")).contains(true);
        assertThat(parameters.findOneOf("c", Map.of("red", 1))).contains(1);
        assertThat(parameters.span("from", "to"))
                .isEqualTo(
                        new Span(Instant.parse("2026-03-25T00:00:00Z"), Instant.parse("2026-03-25T23:59:59.999999Z")));
    }

    @Test
    void twoDifferentValuesAreAMistakeAndTwoEqualOnesAreNot() {
        Parameters twice = new Parameters(request("q=a", "search=b"));
        assertThat(twice.findText("q", "search")).isEmpty();
        assertThat(mistakes(twice)).extracting(Mistake::message).containsExactly("q or search must be given once");
        assertThat(new Parameters(request("q=a", "search=a", "q=")).findText("q", "search"))
                .contains("a");
    }

    private static List<Mistake> mistakes(Parameters parameters) {
        Refusal refusal = catchThrowableOfType(Refusal.class, parameters::check);
        return ((Problem.Invalid) refusal.problem()).mistakes();
    }

    private static Request request(String... parameters) {
        Access access =
                new Access(new Tenant(new TenantId(1), new UUID(0, 1), "Ferrum"), new UUID(0, 2), Set.of(), null, null);
        List<Request.Parameter> query = Arrays.stream(parameters)
                .map(each -> each.split("=", 2))
                .map(each -> new Request.Parameter(each[0], each[1]))
                .toList();
        return new Request("r", access, Map.of(), query, Map.of(), JsonNodeFactory.instance::missingNode);
    }
}
