package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import dev.parlance.http.HttpServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
    private Served served;

    @BeforeAll
    void serve() {
        served = Served.of(Anyreach::dialect, Shelf.rows());
    }

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void withoutATokenThatOpensItIsUnauthorized() {
        assertThat(served.get(Map.of(), Anyreach.CONVERSATIONS).status()).isEqualTo(401);
        served.get("unknown", Anyreach.CONVERSATIONS).is(401, "{\"detail\":\"Unknown token.\"}");
        assertThat(served.get("unknown", Anyreach.CONVERSATIONS).findHeader("WWW-Authenticate"))
                .isPresent();
        assertThat(served.get(Map.of("Authorization", "Basic ZnVsbDo="), Anyreach.CONVERSATIONS)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aPersonalTokenNeedsItsOrganization() {
        served.get("pat_one", Anyreach.CONVERSATIONS).is(401, "{\"detail\":\"Token is missing organization claim.\"}");
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer pat_one",
                "X-Anyreach-Org",
                Served.ONE.publicId().toString());
        assertThat(served.get(headers, Anyreach.CONVERSATIONS).numbers("")).hasSize(16);
    }

    @Test
    void withoutTheScopeItIsForbidden() {
        served.get("none", Anyreach.CONVERSATIONS + "?limit=0")
                .is(403, "{\"detail\":\"This token lacks the scope conversations:read.\"}");
    }

    @Test
    void theSafeScopeMayNotProbeWhatItDoesNotSee() {
        served.get("safe", Anyreach.CONVERSATIONS + "?custom_metadata=%7B%7D&limit=0")
                .is(403, "{\"detail\":\"custom_metadata needs the scope conversations:read_sensitive\"}");
        served.get("safe", Anyreach.CONVERSATIONS + "?custom_metadata=nonsense")
                .is(403, "{\"detail\":\"custom_metadata needs the scope conversations:read_sensitive\"}");
        served.get("safe", Anyreach.CONVERSATIONS + "?columns=id,summary")
                .is(403, "{\"detail\":\"columns: summary needs the scope conversations:read_sensitive\"}");
    }

    @Test
    void anUnknownColumnIsNamed() {
        served.get(Anyreach.CONVERSATIONS + "?columns=id,colour")
                .is(400, "{\"detail\":\"columns: there is no member named colour\"}");
        served.get(Anyreach.CONVERSATIONS + "?columns=trunk_id,ID")
                .is(
                        400,
                        "{\"detail\":\"columns: there is no member named trunk_id; "
                                + "columns: there is no member named ID\"}");
    }

    @Test
    void everyMistakeIsListed() {
        served.get(Anyreach.CONVERSATIONS + "?limit=1001&status=open&duration_above=x&custom_metadata=%5B%5D")
                .is(
                        422,
                        "{\"detail\":["
                                + "{\"loc\":[\"query\",\"custom_metadata\"],"
                                + "\"msg\":\"custom_metadata must be a JSON object\",\"type\":\"dict_type\"},"
                                + "{\"loc\":[\"query\",\"status\"],\"msg\":\"status must be one of token_created, "
                                + "triggered, ringing, in_progress, completed, failed, cancelled, transferred, "
                                + "unanswered\",\"type\":\"enum\"},"
                                + "{\"loc\":[\"query\",\"duration_above\"],"
                                + "\"msg\":\"duration_above must be an integer\",\"type\":\"int_parsing\"},"
                                + "{\"loc\":[\"query\",\"limit\"],"
                                + "\"msg\":\"limit must be an integer from 1 to 1000\",\"type\":\"less_than_equal\"}]}");
    }

    @Test
    void anUnreadableQueryIsUnprocessable() {
        assertThat(served.get(Anyreach.CONVERSATIONS + "?user_id=%FF").status()).isEqualTo(422);
        assertThat(served.get(Anyreach.CONVERSATIONS + "?user_id=%00").status()).isEqualTo(422);
    }

    @Test
    void otherPathsAndMethodsAreRefusedInTheSameShape() {
        Map<String, String> token = Map.of("Authorization", "Bearer full");
        served.send("GET", token, "/core/trunks").is(404, "{\"detail\":\"Route not found\"}");
        Served.Answered wrong = served.send("DELETE", token, Anyreach.CONVERSATIONS);
        wrong.is(405, "{\"detail\":\"Method not allowed\"}");
        assertThat(wrong.findHeader("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }

    @Test
    void tooManyRequestsAreToldWhenToComeBack() {
        HttpServer.Settings once = new HttpServer.Settings("127.0.0.1", 0, 1024, 1, 1);
        try (Served limited = Served.of(once, Anyreach::dialect, List.of())) {
            limited.get("limited", Anyreach.CONVERSATIONS).is(200, "[]");
            Served.Answered second = limited.get("limited", Anyreach.CONVERSATIONS);
            second.is(429, "{\"detail\":\"Rate limit exceeded\"}");
            assertThat(second.findHeader("Retry-After")).isPresent();
        }
    }
}
