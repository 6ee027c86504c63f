package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Served;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionListTest {
    private static final String PATH = "/chat/sessions/filter";
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aSessionHasAllThatIsKnownInTheVendorsOrder() {
        SERVED.post(PATH, "{\"filters\":{\"ticket_number\":1}}")
                .is(
                        200,
                        "{\"data\":[{"
                                + "\"id\":\"00000000-0000-0000-0000-000000000001\",\"status\":\"closed_unresolved\","
                                + "\"ai_closure_type\":\"handed_off\",\"sentiment\":\"angry\",\"channel\":{\"type\":\"email\"},"
                                + "\"ticket_number\":1,\"assist_mode\":true,"
                                + "\"created_at\":\"2026-03-01T08:00:00.000Z\",\"updated_at\":\"2026-03-25T11:42:07.250Z\","
                                + "\"contact\":{\"id\":\"" + StableId.of("contact", "mara") + "\","
                                + "\"email\":\"mara@example.com\",\"phone_number\":\"+4684468150\",\"name\":\"Mara Lindqvist\","
                                + "\"custom_data\":{\"loyalty\":\"gold\",\"points\":12.50},"
                                + "\"non_verified_name\":\"Mara\",\"non_verified_email\":\"m@example.org\","
                                + "\"non_verified_custom_data\":{\"said\":\"so\"}},"
                                + "\"language\":\"sv\",\"assignee_id\":\"207\","
                                + "\"custom_data\":{\"plan\":\"pro\",\"seats\":12,\"deep\":{\"list\":[1,\"2\"]}},"
                                + "\"team\":{\"id\":\"" + Shelf.TEAM
                                + "\",\"name\":\"Billing\",\"description\":\"Money\"},"
                                + "\"handoff\":{\"summary\":\"Promised twice.\",\"sentiment\":\"angry\"},"
                                + "\"ticketing_system\":{\"name\":\"zendesk\",\"external_id\":\"99120\",\"id_type\":\"ticket_id\"},"
                                + "\"summary\":\"Mara asks for a refund.\"}],"
                                + "\"page\":1,\"limit\":25,\"has_next\":false,\"has_previous\":false}");
    }

    @Test
    void whatIsUnknownIsLeftOut() {
        SERVED.post(PATH, "{\"filters\":{\"ticket_number\":2}}")
                .is(
                        200,
                        "{\"data\":[{"
                                + "\"id\":\"00000000-0000-0000-0000-000000000002\",\"status\":\"open\","
                                + "\"ai_closure_type\":null,\"sentiment\":null,\"channel\":{\"type\":\"whatsapp\"},"
                                + "\"ticket_number\":2,\"assist_mode\":false,"
                                + "\"created_at\":\"2026-03-02T00:00:00.000Z\",\"updated_at\":\"2026-03-02T00:00:00.000Z\"}],"
                                + "\"page\":1,\"limit\":25,\"has_next\":false,\"has_previous\":false}");
    }

    @Test
    void theFiveMembersOfAContactAreAlwaysThere() {
        String text = SERVED.post(PATH, "{\"filters\":{\"ticket_number\":3}}").text();
        assertThat(text)
                .contains("\"contact\":{\"id\":\"" + StableId.of("contact", "customer-9")
                        + "\",\"email\":\"a@Shop.Example.COM\",\"phone_number\":null,\"name\":null,"
                        + "\"custom_data\":{\"loyalty\":\"gold\"}},\"language\"")
                .contains("\"team\":{\"id\":\"" + StableId.of("team", "night-shift") + "\",\"name\":\"Nights\"},"
                        + "\"handoff\":{\"summary\":\"\"},\"ticketing_system\"");
    }

    @Test
    void aTokenThatMaySeeLessGetsLess() {
        SERVED.post("safe", PATH, "{\"filters\":{\"ticket_number\":1}}")
                .is(
                        200,
                        "{\"data\":[{"
                                + "\"id\":\"00000000-0000-0000-0000-000000000001\",\"status\":\"closed_unresolved\","
                                + "\"ai_closure_type\":\"handed_off\",\"sentiment\":\"angry\",\"channel\":{\"type\":\"email\"},"
                                + "\"ticket_number\":1,\"assist_mode\":true,"
                                + "\"created_at\":\"2026-03-01T08:00:00.000Z\",\"updated_at\":\"2026-03-25T11:42:07.250Z\","
                                + "\"contact\":{\"id\":\"" + StableId.of("contact", "mara") + "\","
                                + "\"email\":\"mara@example.com\",\"phone_number\":\"+4684468150\",\"name\":\"Mara Lindqvist\","
                                + "\"custom_data\":null,\"non_verified_name\":\"Mara\",\"non_verified_email\":\"m@example.org\"},"
                                + "\"language\":\"sv\",\"assignee_id\":\"207\","
                                + "\"team\":{\"id\":\"" + Shelf.TEAM
                                + "\",\"name\":\"Billing\",\"description\":\"Money\"},"
                                + "\"ticketing_system\":{\"name\":\"zendesk\",\"external_id\":\"99120\",\"id_type\":\"ticket_id\"}}],"
                                + "\"page\":1,\"limit\":25,\"has_next\":false,\"has_previous\":false}");
    }

    @Test
    void bothSortsGoBothWaysAndTiesFollow() {
        List<Long> byMessage = numbers(1, 1, 3, 3, 19, 4, 2, 2);
        List<Long> byCreation = numbers(19, 4, 3, 1);
        assertThat(sorted("{\"limit\":100}")).isEqualTo(byMessage);
        assertThat(sorted("{\"limit\":100,\"sort_by\":\"last_message_at\",\"sort_order\":\"desc\"}"))
                .isEqualTo(byMessage);
        assertThat(sorted("{\"limit\":100,\"sort_by\":null,\"sort_order\":\"asc\"}"))
                .isEqualTo(byMessage.reversed());
        assertThat(sorted("{\"limit\":100,\"sort_by\":\"created_at\"}")).isEqualTo(byCreation);
        assertThat(sorted("{\"limit\":100,\"sort_by\":\"created_at\",\"sort_order\":\"asc\"}"))
                .isEqualTo(byCreation.reversed());
    }

    @Test
    void pagesFollowOneAnotherToTheEnd() {
        Served.Answered first = SERVED.post(PATH, "{\"page\":1,\"limit\":9}");
        Served.Answered second = SERVED.post(PATH, "{\"page\":2,\"limit\":9}");
        Served.Answered third = SERVED.post(PATH, "{\"page\":3,\"limit\":9}");
        assertThat(first.numbers("/data")).isEqualTo(numbers(1, 1, 3, 3, 19, 13));
        assertThat(second.numbers("/data")).isEqualTo(numbers(12, 4));
        assertThat(third.numbers("/data")).containsExactly(2L);
        assertThat(first.text()).endsWith("],\"page\":1,\"limit\":9,\"has_next\":true,\"has_previous\":false}");
        assertThat(second.text()).endsWith("],\"page\":2,\"limit\":9,\"has_next\":true,\"has_previous\":true}");
        assertThat(third.text()).endsWith("],\"page\":3,\"limit\":9,\"has_next\":false,\"has_previous\":true}");
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertThat(SERVED.post(PATH, "{\"limit\":19}").text()).contains("\"has_next\":false");
        assertThat(SERVED.post(PATH, "{\"limit\":18}").text()).contains("\"has_next\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4611686018427387905", "9223372036854775807"})
    void aPagePastTheEndIsEmpty(String page) {
        SERVED.post(PATH, "{\"page\":" + page + ",\"limit\":100}")
                .is(200, "{\"data\":[],\"page\":" + page + ",\"limit\":100,\"has_next\":false,\"has_previous\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"filters\":{}}", "{\"other\":1,\"page\":null,\"limit\":null}", "{\"limit\":25.0}"})
    void defaultsAreTheVendors(String body) {
        assertThat(SERVED.post(PATH, body).text())
                .contains("\"page\":1,\"limit\":25,\"has_next\":false,\"has_previous\":false");
    }

    @Test
    void everyOtherTenantAndWorkspaceIsOutOfReach() {
        assertThat(SERVED.post("other", PATH, "{}").numbers("/data")).isEmpty();
        assertThat(SERVED.post("north", PATH, "{}").numbers("/data")).containsExactly(19L);
    }

    @Test
    void aBodyWithoutContentTypeIsRead() {
        assertThat(SERVED.post(java.util.Map.of("Authorization", "Bearer full"), PATH, "{\"limit\":1}")
                        .numbers("/data"))
                .containsExactly(1L);
    }

    private static List<Long> sorted(String body) {
        return SERVED.post(PATH, body).numbers("/data");
    }

    /// Stretches of numbers, each from its first to its last, up or down.
    private static List<Long> numbers(long... ends) {
        return LongStream.range(0, ends.length / 2)
                .flatMap(i -> stretch(ends[(int) (2 * i)], ends[(int) (2 * i) + 1]))
                .boxed()
                .toList();
    }

    private static LongStream stretch(long first, long last) {
        return LongStream.rangeClosed(0, first - last).map(i -> first - i);
    }
}
