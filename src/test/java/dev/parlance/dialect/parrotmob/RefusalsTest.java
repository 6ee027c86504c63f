package dev.parlance.dialect.parrotmob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import dev.parlance.http.HttpServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {
    private Served served;

    @BeforeAll
    void serve() {
        served = Served.of(ParrotMob::dialect, Shelf.rows());
    }

    @AfterAll
    void close() {
        served.close();
    }

    @Test
    void withoutATokenThatOpensItIsUnauthorized() {
        assertThat(served.get(Map.of(), Shelf.LIST).status()).isEqualTo(401);
        served.get("unknown", Shelf.LIST).is(401, "{\"errors\":{\"detail\":\"Unknown token.\"}}");
        assertThat(served.get("unknown", Shelf.LIST).findHeader("WWW-Authenticate"))
                .isPresent();
    }

    @Test
    void theTokenMayBeTheUserNameOfBasic() {
        String basic = Base64.getEncoder().encodeToString("full:anything".getBytes(StandardCharsets.UTF_8));
        assertThat(served.get(Map.of("Authorization", "Basic " + basic), Shelf.LIST)
                        .numbers("/data"))
                .hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=0", "?limit=-1"})
    void withoutTheScopeItIsForbidden(String query) {
        served.get("none", Shelf.LIST + query)
                .is(403, "{\"errors\":{\"detail\":\"This token lacks the scope conversations:read.\"}}");
    }

    @Test
    void everyMistakeIsListed() {
        served.get(Shelf.LIST + "?limit=-1&status=open&sort_by=x")
                .is(
                        422,
                        "{\"errors\":["
                                + "{\"title\":\"Invalid value\",\"source\":{\"pointer\":\"/sort_by\"},"
                                + "\"detail\":\"there is no such parameter; known are audience_membership_id, "
                                + "conversation_graph_id, limit, offset, order_by, requires_support, status, "
                                + "support_required\"},"
                                + "{\"title\":\"Invalid value\",\"source\":{\"pointer\":\"/limit\"},"
                                + "\"detail\":\"limit must be an integer from 0 to 9223372036854775807\"},"
                                + "{\"title\":\"Invalid value\",\"source\":{\"pointer\":\"/status\"},"
                                + "\"detail\":\"status must be one of scheduled, ready, running, completed, expired, "
                                + "cancelled, any_terminal\"}]}");
    }

    @Test
    void theTwoNamesOfSupportMustAgree() {
        served.get(Shelf.LIST + "?requires_support=true&support_required=false")
                .is(
                        422,
                        "{\"errors\":[{\"title\":\"Invalid value\",\"source\":{\"pointer\":\"/requires_support\"},"
                                + "\"detail\":\"requires_support must agree with support_required, "
                                + "whose older name it is\"}]}");
    }

    @Test
    void anUnreadableQueryIsUnprocessable() {
        assertThat(served.get(Shelf.LIST + "?conversation_graph_id=%FF").status())
                .isEqualTo(422);
        assertThat(served.get(Shelf.LIST + "?conversation_graph_id=%00&limit=0").status())
                .isEqualTo(422);
    }

    @Test
    void otherPathsAndMethodsAreRefusedInTheSameShape() {
        Map<String, String> token = Map.of("Authorization", "Bearer full");
        served.send("GET", token, "/api/v2/accounts/me").is(404, "{\"errors\":{\"detail\":\"Not Found\"}}");
        Served.Answered wrong = served.send("PUT", token, Shelf.LIST);
        wrong.is(405, "{\"errors\":{\"detail\":\"Method Not Allowed\"}}");
        assertThat(wrong.findHeader("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }

    @Test
    void allRowsCountAgainstTheStreamingLimit() {
        HttpServer.Settings few = new HttpServer.Settings("127.0.0.1", 0, 1024, 1, 2);
        try (Served limited = Served.of(few, ParrotMob::dialect, List.of())) {
            assertThat(limited.get("limited", Shelf.LIST).status()).isEqualTo(200);
            assertThat(limited.get("limited", Shelf.LIST + "?limit=0").status()).isEqualTo(200);
            assertThat(limited.get("limited", Shelf.LIST + "?limit=0").status()).isEqualTo(200);
            Served.Answered over = limited.get("limited", Shelf.LIST + "?limit=0");
            over.is(429, "{\"errors\":{\"detail\":\"Too Many Requests\"}}");
            assertThat(over.findHeader("Retry-After")).isPresent();
            assertThat(limited.get("limited", Shelf.LIST).status()).isEqualTo(429);
        }
    }
}
