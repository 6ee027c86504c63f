package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Served SERVED = Served.of(Parlance::dialect, List.of());
    private static final Map<String, String> FULL = Map.of("Authorization", "Bearer full");

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void withoutAValidTokenNothingIsSaid() {
        Served.Answered none = SERVED.get(Map.of(), Api.ALL);
        none.is(401, """
                {"type":"urn:parlance:problem:unauthenticated","title":"Unauthorized","status":401,\
                "detail":"The request carries no token."}""");
        assertThat(none.findHeader("Content-Type")).contains("application/problem+json");
        assertThat(none.findHeader("WWW-Authenticate")).contains("Bearer realm=\"parlance\"");
        assertThat(SERVED.get("unknown", Api.ALL).status()).isEqualTo(401);
    }

    @Test
    void aScopeThatIsMissingIsNamed() {
        SERVED.post("safe", Api.ALL, "{\"channel\": \"web\"}").is(403, """
                {"type":"urn:parlance:problem:forbidden","title":"Forbidden","status":403,\
                "detail":"This token lacks the scope conversations:write."}""");
    }

    @Test
    void anotherMethodIsNotAllowed() {
        Served.Answered answer = SERVED.send("DELETE", FULL, Api.ALL);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.findHeader("Allow")).contains("GET, HEAD, OPTIONS, POST");
        assertThat(answer.json().get("type").stringValue()).isEqualTo("urn:parlance:problem:method-not-allowed");
    }

    @Test
    void anUnknownPathIsNotFoundInTheSameShape() {
        Served.Answered answer = SERVED.send("GET", FULL, "/v1/nothing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("detail").stringValue()).isEqualTo("Route not found");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        Served.Answered answer = SERVED.post(
                Map.of("Authorization", "Bearer full", "Content-Type", "text/plain"),
                Api.ALL,
                "{\"channel\": \"web\"}");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("detail").stringValue()).contains("application/json");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "{\"channel\": \"web\", \"subject\": \"" + "x".repeat(1 << 20) + "\"}";
        Served.Answered answer = SERVED.post(Api.ALL, large);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("type").stringValue()).isEqualTo("urn:parlance:problem:too-large");
    }

    @Test
    void tooManyRequestsAreToldWhenToComeBack() {
        Served.Answered answer = SERVED.get("limited", Api.ALL);
        for (int i = 0; i < 200 && answer.status() == 200; i++) {
            answer = SERVED.get("limited", Api.ALL);
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.findHeader("Retry-After")).isPresent();
        assertThat(answer.json().get("type").stringValue()).isEqualTo("urn:parlance:problem:too-many-requests");
    }
}
