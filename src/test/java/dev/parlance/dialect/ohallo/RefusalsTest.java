package dev.parlance.dialect.ohallo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Fuzz;
import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
    private static final String PATH = "/api/conversations";
    private static final Served SERVED = Served.of(OHallo::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status=open | status must be one of new, active, human_managed, resolved, waiting
                    status=NEW | status must be one of new, active, human_managed, resolved, waiting
                    status=new&status=active | status must be given once
                    limit=0 | limit must be an integer from 1 to 1000
                    limit=1001 | limit must be an integer from 1 to 1000
                    limit=ten | limit must be an integer from 1 to 1000
                    offset=-1 | offset must be an integer from 0 to 9223372036854775807
                    offset=9223372036854775808 | offset must be an integer from 0 to 9223372036854775807
                    humanManaged=yes | humanManaged must be true or false
                    hasAttention=2 | hasAttention must be true or false
                    q=a&search=b | q or search must be given once
                    limit=0&status=x | status must be one of new, active, human_managed, resolved, waiting; limit must be an integer from 1 to 1000
                    """)
    void badParametersAreNamedWithWhatIsAccepted(String query, String message) {
        SERVED.get(PATH + "?" + query).is(400, "{\"error\":\"" + message + "\"}");
    }

    @Test
    void aSearchOfTooManyCharactersIsRefused() {
        SERVED.get(PATH + "?q=" + "a".repeat(1001)).is(400, "{\"error\":\"q must be at most 1000 characters long\"}");
    }

    @Test
    void withoutAValidTokenNothingIsSaid() {
        SERVED.get("unknown", PATH).is(401, "{\"error\":\"Unauthorized\"}");
        SERVED.get(Map.of(), PATH).is(401, "{\"error\":\"Unauthorized\"}");
    }

    @Test
    void aTokenWithoutTheScopeIsForbidden() {
        SERVED.get("none", PATH).is(403, "{\"error\":\"This token lacks the scope conversations:read.\"}");
    }

    @Test
    void whatATokenMayNotSeeItMayNotAskFor() {
        SERVED.get("safe", PATH + "?q=cafe")
                .is(403, "{\"error\":\"Asking by words needs the scope conversations:read_sensitive.\"}");
    }

    @Test
    void anotherMethodIsNotAllowed() {
        Served.Answered answer = SERVED.send("DELETE", Map.of("Authorization", "Bearer full"), PATH);
        answer.is(405, "{\"error\":\"Method not allowed; accepted: GET, HEAD, OPTIONS\"}");
    }

    @Test
    void anUnknownPathUnderTheApiIsNotFound() {
        SERVED.send("GET", Map.of("Authorization", "Bearer full"), "/api/nothing")
                .is(404, "{\"error\":\"Route not found\"}");
    }

    @Test
    void noQueryIsAnsweredWithAFaultOfOurs() {
        Fuzz fuzz = new Fuzz(
                20260326,
                List.of(
                        "workspaceId=00000000-0000-0000-0000-000000000001&status=new&limit=5&offset=1",
                        "q=delivery+4521&contactId=customer-9",
                        "humanManaged=true&hasAttention=false&channelId=x&accountId=y"));
        fuzz.run(1000, SERVED.port(), PATH, Set.of(200, 400));
        assertThat(SERVED.get(PATH).status()).isEqualTo(200);
    }
}
