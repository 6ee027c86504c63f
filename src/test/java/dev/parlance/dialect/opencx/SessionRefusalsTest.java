package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRefusalsTest {
    private static final String PATH = "/chat/sessions/filter";
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"page":0} | page must be an integer from 1 to 9223372036854775807
                    {"page":1.5} | page must be an integer from 1 to 9223372036854775807
                    {"page":"1"} | page must be an integer from 1 to 9223372036854775807
                    {"page":9223372036854775808} | page must be an integer from 1 to 9223372036854775807
                    {"limit":0} | limit must be an integer from 1 to 100
                    {"limit":101} | limit must be an integer from 1 to 100
                    {"limit":[]} | limit must be an integer from 1 to 100
                    {"limit":1e999999999} | limit must be an integer from 1 to 100
                    {"sort_by":"updated_at"} | sort_by must be one of created_at, last_message_at
                    {"sort_by":1} | sort_by must be one of created_at, last_message_at
                    {"sort_order":"DESC"} | sort_order must be one of asc, desc
                    {"filters":{"status":"shut"}} | filters.status must be one of open, closed_resolved, closed_unresolved
                    {"filters":{"team":1,"team":2}} | The body names a member of an object twice (line 1, column 28).
                    {"limit":1e-9223372036854775808} | The body holds a number with too large an exponent.
                    [] | The body must be a JSON object
                    null | The body must be a JSON object
                    {"page":0,"limit":0} | page must be an integer from 1 to 9223372036854775807; limit must be an integer from 1 to 100
                    """)
    void whatIsWrongIsSaidInOneMessage(String body, String message) {
        SERVED.post(PATH, body)
                .is(400, "{\"statusCode\":400,\"message\":\"" + message + "\",\"error\":\"Bad Request\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"limit\":}", "nonsense", "{} {}", "{\"limit\":1}]"})
    void aBodyThatIsNotJsonIsRefusedWithThePosition(String body) {
        Served.Answered answer = SERVED.post(PATH, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("message").stringValue())
                .startsWith("The body")
                .contains("line 1, column");
    }

    @Test
    void aMistakeNeverQuotesTheValue() {
        Served.Answered answer =
                SERVED.post(PATH, "{\"filters\":{\"status\":\"mara@example.com\",\"date\":\"mara@example.com\"}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("mara");
    }

    @Test
    void aLongListOfMistakesIsCutShort() {
        Served.Answered answer = SERVED.post(PATH, "{\"filters\":{\"tags\":[" + "1,".repeat(29) + "1]}}");
        assertThat(answer.json().get("message").stringValue())
                .contains("filters.tags[19] must be text; and 10 more")
                .doesNotContain("tags[20]");
    }

    @Test
    void withoutAValidTokenNothingIsSaid() {
        String unauthorized = "{\"statusCode\":401,\"message\":\"Unauthorized\",\"error\":\"Unauthorized\"}";
        SERVED.post("unknown", PATH, "{}").is(401, unauthorized);
        SERVED.post(Map.of("Content-Type", "application/json"), PATH, "{}").is(401, unauthorized);
        SERVED.post(Map.of("Authorization", "Basic ZnVsbDo="), PATH, "{}").is(401, unauthorized);
    }

    @Test
    void aTokenWithoutTheScopeIsForbidden() {
        SERVED.post("none", PATH, "{}")
                .is(
                        403,
                        "{\"statusCode\":403,\"message\":\"This token lacks the scope "
                                + "conversations:read.\",\"error\":\"Forbidden\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"search\":\"refund\"}",
                "{\"custom_data\":{\"plan\":\"pro\"}}",
                "{\"contact_custom_data\":[{\"loyalty\":\"gold\"}]}"
            })
    void whatATokenMayNotSeeItMayNotAskFor(String filters) {
        Served.Answered answer = SERVED.post("safe", PATH, "{\"filters\":" + filters + "}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("conversations:read_sensitive").endsWith("\"error\":\"Forbidden\"}");
        assertThat(SERVED.post("full", PATH, "{\"filters\":" + filters + "}").status())
                .isEqualTo(200);
    }

    @Test
    void anotherMethodIsNotAllowed() {
        Served.Answered answer = SERVED.get(PATH);
        answer.is(
                405,
                "{\"statusCode\":405,\"message\":\"Method not allowed; accepted: OPTIONS, POST\","
                        + "\"error\":\"Method Not Allowed\"}");
        assertThat(answer.findHeader("Allow")).contains("OPTIONS, POST");
    }

    @Test
    void anotherContentTypeIsUnsupported() {
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Content-Type", "text/plain");
        SERVED.post(headers, PATH, "{}")
                .is(
                        415,
                        "{\"statusCode\":415,\"message\":\"The body must be "
                                + "application/json\",\"error\":\"Unsupported Media Type\"}");
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        SERVED.post(PATH, "{\"other\":\"" + "x".repeat(1 << 20) + "\"}")
                .is(
                        413,
                        "{\"statusCode\":413,\"message\":\"The body has more than 1048576 bytes\","
                                + "\"error\":\"Content Too Large\"}");
    }

    @Test
    void anUnknownPathIsNotFound() {
        Served.Answered answer = SERVED.send("GET", Map.of("Authorization", "Bearer full"), "/chat/unknown");
        answer.is(404, "{\"statusCode\":404,\"message\":\"Route not found\",\"error\":\"Not Found\"}");
    }

    @Test
    void aLimitedTokenIsToldWhenToComeBack() {
        Served.Answered answer = SERVED.post("limited", PATH, "{}");
        for (int i = 0; i < 1000 && answer.status() == 200; i++) {
            answer = SERVED.post("limited", PATH, "{}");
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.findHeader("Retry-After")).isPresent();
        assertThat(answer.text()).startsWith("{\"statusCode\":429,\"message\":\"Rate limit exceeded");
    }
}
