package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiltersTest {
    private static final List<String> EVERY_KIND = List.of(
            "direction=inbound&channel=email&status=token_created&user_id=a&agent_id=a&agent_version_id=a",
            "agent_number=a&web_widget_id=a&duration_above=1&duration_below=1&user_turn_count_above=1",
            "user_turn_count_below=1&created_after=2026-03-01&created_before=2026-03-01&columns=id,status",
            "updated_after=2026-03-01&updated_before=2026-03-01&limit=5&cursor=MjAyNi0wMy0wMQ&custom_metadata=%7B%7D",
            "direction=outbound&channel=telephone&status=triggered",
            "channel=webrtc&status=ringing",
            "channel=text&status=in_progress",
            "status=completed",
            "status=failed",
            "status=cancelled",
            "status=transferred",
            "status=unanswered");

    private Served served;

    @BeforeAll
    void serve() {
        served = Served.of(Anyreach::dialect, Shelf.rows());
    }

    @AfterAll
    void close() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1",
                "direction=inbound; 15 13 11 9 7 5 3 1",
                "direction=outbound; 16 14 12 10 8 6 4 2",
                "channel=telephone; 13 3",
                "channel=webrtc; 14 4",
                "channel=email; 12 2",
                "channel=text; 16 15 11 10 9 8 7 6 5 1",
                "status=token_created; 3",
                "status=triggered; 4 2 1",
                "status=ringing; 5",
                "status=in_progress; 9 8 7 6",
                "status=completed; 16 11 10",
                "status=failed; 14",
                "status=cancelled; 15",
                "status=transferred; 12",
                "status=unanswered; 13",
                "user_id=701740; 1",
                "user_id=GUEST; 2",
                "user_id=%C3%A5sa; 2",
                "user_id=%25; 2",
                "user_id=_; 2",
                "user_id=%5C;",
                "user_id=; 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1",
                "agent_id=reception; 10",
                "agent_id=nobody;",
                "agent_id=;",
                "agent_version_id=v7; 10",
                "agent_version_id=v;",
                "agent_number=4468; 10",
                "agent_number=%2B46; 10",
                "web_widget_id=w1; 1",
                "web_widget_id=W1;",
                "duration_above=150; 16 15",
                "duration_below=100; 10 9",
                "duration_above=100&duration_below=110; 11 10",
                "duration_above=-1; 16 15 14 13 12 11 10 9",
                "duration_below=99999999999; 16 15 14 13 12 11 10 9",
                "duration_above=110&duration_below=100;",
                "user_turn_count_above=15; 16 15",
                "user_turn_count_below=2; 2 1",
                "user_turn_count_above=3&user_turn_count_below=4; 4 3",
                "created_after=2026-03-01T00:00:15Z; 16 15",
                "created_after=2026-03-01T00:00:14.000001Z; 16 15",
                "created_after=2026-03-01T01:00:15%2B01:00; 16 15",
                "created_after=2026-03-01T00:00:15; 16 15",
                "created_before=2026-03-01T00:00:02Z; 2 1",
                "created_before=2026-02-28;",
                "created_before=2026-03-01&created_after=2026-03-01&limit=1; 16",
                "updated_after=2026-03-05T00:00:00Z; 12",
                "updated_before=2026-03-01T00:00:01.999999Z; 1",
                "direction=outbound&status=completed; 16 10",
                "direction=inbound&channel=email;",
                "limit=2; 16 15",
                "limit=1000&channel=telephone&color=red; 13 3",
                "status=failed&status=cancelled; 15"
            })
    void aFilterShowsWhatPassesNewestFirst(String query, String numbers) {
        assertNumbers(query == null ? "" : query, numbers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"order_id\":\"123\"}; 10",
                "{\"order_id\":\"124\"}; 11",
                "{\"order_id\":124};",
                "{}; 11 10",
                "{\"plan\":{\"seats\":[2]}}; 10",
                "{\"plan\":{\"seats\":[1.0]}}; 10",
                "{\"plan\":{\"seats\":[3]}};",
                "{\"order_id\":\"123\",\"other\":null};"
            })
    void metadataIsMatchedByContainment(String object, String numbers) {
        assertNumbers("custom_metadata=" + URLEncoder.encode(object, StandardCharsets.UTF_8), numbers);
    }

    @Test
    void aTokenOfAWorkspaceSeesNoOther() {
        assertThat(served.get("north", Anyreach.CONVERSATIONS).numbers("")).containsExactly(2L);
        assertThat(served.get("north", Anyreach.CONVERSATIONS + "?status=failed")
                        .numbers(""))
                .isEmpty();
    }

    @Test
    void aTokenOfAnotherTenantSeesNothing() {
        served.get("other", Anyreach.CONVERSATIONS).is(200, "[]");
    }

    @Test
    void everyDocumentedParameterAndValueIsAskedFor() {
        EVERY_KIND.forEach(query -> assertThat(
                        served.get(Anyreach.CONVERSATIONS + "?" + query).status())
                .isEqualTo(200));
        assertThat(served.documented().unexercised())
                .noneMatch(line -> line.startsWith("GET " + Anyreach.CONVERSATIONS + ":"));
    }

    private void assertNumbers(String query, @Nullable String numbers) {
        List<Long> expected = numbers == null
                ? List.of()
                : Arrays.stream(numbers.split(" ")).map(Long::valueOf).toList();
        assertThat(served.get(Anyreach.CONVERSATIONS + "?" + query).numbers("")).isEqualTo(expected);
    }
}
