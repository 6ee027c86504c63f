package dev.parlance.dialect.parrotmob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Served;
import dev.parlance.dialect.Sketch;
import dev.parlance.query.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationListTest {
    private static final List<String> EVERY_KIND = List.of(
            "limit=1&offset=1&audience_membership_id=a&conversation_graph_id=a&order_by=inserted_at_asc",
            "support_required=true&requires_support=true&order_by=inserted_at_desc&status=scheduled",
            "support_required=false&requires_support=false&order_by=updated_at_asc&status=ready",
            "order_by=updated_at_desc&status=running",
            "status=completed",
            "status=expired",
            "status=cancelled",
            "status=any_terminal");

    private static final String GRAPH = "{\"data\":[{\"id\":\"00000000-0000-4000-0000-000000000007\","
            + "\"account_id\":\"00000000-0000-4000-0000-000000000001\",\"status\":\"expired\","
            + "\"support_required\":true,"
            + "\"audience_membership_id\":\"5fbeb6aa-29c3-40cc-a9f1-0cfe24abf09c\","
            + "\"conversation_graph_id\":\"spring\",\"kind\":\"graph\","
            + "\"scheduled_at\":\"2026-03-02T15:00:00.000000Z\","
            + "\"expires_at\":\"2026-03-09T15:00:00.000000Z\",\"inaction_ttl\":86400,"
            + "\"started_at\":\"2026-03-02T15:00:01.204567Z\","
            + "\"completed_at\":\"2026-03-03T15:04:40.733000Z\","
            + "\"inserted_at\":\"2026-03-01T10:30:00.000000Z\","
            + "\"updated_at\":\"2026-03-03T15:04:40.733000Z\"},";
    private static final String CHAT = "{\"id\":\"00000000-0000-4000-0000-000000000001\","
            + "\"account_id\":\"00000000-0000-4000-0000-000000000001\",\"status\":\"running\","
            + "\"support_required\":false,\"audience_membership_id\":null,\"conversation_graph_id\":null,"
            + "\"kind\":\"chat\",\"scheduled_at\":null,\"expires_at\":null,\"inaction_ttl\":null,"
            + "\"started_at\":null,\"completed_at\":null,\"inserted_at\":\"2026-03-01T00:00:01.000000Z\","
            + "\"updated_at\":\"2026-03-01T00:00:01.000000Z\"}],\"meta\":{\"total\":2,\"limit\":";

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
    void everyMemberIsThereAndNullWhenUnknown() {
        try (Served two = Served.of(ParrotMob::dialect, List.of(Sketch.of(1).row(), graph()))) {
            String data = GRAPH + CHAT;
            two.get(Shelf.LIST).is(200, data + "50,\"offset\":0}}");
            two.get(Shelf.LIST + "?limit=0").is(200, data + "0,\"offset\":0}}");
            two.get("safe", Shelf.LIST + "?limit=5000").is(200, data + "5000,\"offset\":0}}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1; 16",
                "order_by=inserted_at_desc&limit=3; 16 15 14; 16",
                "order_by=inserted_at_asc&limit=10; 1 2 3 4 5 6 7 8 9 10; 16",
                "order_by=updated_at_desc&limit=10; 15 13 11 9 7 5 3 1 16 14; 16",
                "order_by=updated_at_asc&limit=10; 2 4 6 8 10 12 14 16 1 3; 16",
                "status=scheduled; 1; 1",
                "status=ready; 4 3 2; 3",
                "status=running; 9 8 7 6 5; 5",
                "status=completed; 12 11 10; 3",
                "status=expired; 16; 1",
                "status=cancelled; 15 14 13; 3",
                "status=any_terminal; 16 15 14 13 12 11 10; 7",
                "status=any_terminal&order_by=updated_at_desc&limit=5; 15 13 11 16 14; 7",
                "audience_membership_id=m1; 12 6 5; 3",
                "audience_membership_id=m1&status=any_terminal&order_by=updated_at_desc&limit=5; 12; 1",
                "audience_membership_id=M1;; 0",
                "conversation_graph_id=spring; 6; 1",
                "support_required=true; 9 8; 2",
                "requires_support=true; 9 8; 2",
                "support_required=false&limit=2; 16 15; 14",
                "requires_support=false&support_required=false&status=running; 7 6 5; 3",
                "limit=2&offset=14; 2 1; 16",
                "limit=5&offset=15; 1; 16",
                "limit=5&offset=16;; 16",
                "offset=9223372036854775807;; 16",
                "limit=0&offset=13; 3 2 1; 16",
                "limit=0&offset=16;; 16",
                "limit=0&offset=99;; 16",
                "limit=0&status=completed; 12 11 10; 3",
                "limit=0&order_by=updated_at_asc&status=running; 6 8 5 7 9; 5",
                "limit=9223372036854775807&offset=14; 2 1; 16",
                "limit=1&limit=2; 16 15; 16"
            })
    void aPageSaysWhatItHoldsAndOfHowMany(String query, @Nullable String numbers, long total) {
        Served.Answered answer = served.get(Shelf.LIST + "?" + (query == null ? "" : query));
        List<Long> expected = numbers == null
                ? List.of()
                : Arrays.stream(numbers.split(" ")).map(Long::valueOf).toList();
        assertThat(answer.numbers("/data")).isEqualTo(expected);
        assertThat(answer.json().at("/meta/total").longValue()).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 16, 17})
    void offsetsWalkOverEveryConversationOnce(int limit) {
        for (String order : List.of("inserted_at_asc", "inserted_at_desc", "updated_at_asc", "updated_at_desc")) {
            List<Long> walked = new ArrayList<>();
            for (int offset = 0; offset < 16; offset += limit) {
                String page = "?order_by=" + order + "&limit=" + limit + "&offset=" + offset;
                walked.addAll(served.get(Shelf.LIST + page).numbers("/data"));
            }
            assertThat(walked)
                    .hasSize(16)
                    .doesNotHaveDuplicates()
                    .isEqualTo(served.get(Shelf.LIST + "?limit=0&order_by=" + order)
                            .numbers("/data"));
        }
    }

    @Test
    void fiftyIsTheUsualLimitAndNoneIsAll() {
        List<Row> many = IntStream.rangeClosed(1, 2500)
                .mapToObj(number -> Sketch.of(number).row())
                .toList();
        try (Served large = Served.of(ParrotMob::dialect, many)) {
            assertThat(large.get(Shelf.LIST).numbers("/data")).hasSize(50);
            Served.Answered all = large.get(Shelf.LIST + "?limit=0&order_by=inserted_at_asc");
            assertThat(all.numbers("/data"))
                    .isEqualTo(LongStream.rangeClosed(1, 2500).boxed().toList());
            assertThat(all.findHeader("Transfer-Encoding")).contains("chunked");
            assertThat(all.text()).endsWith("],\"meta\":{\"total\":2500,\"limit\":0,\"offset\":0}}");
            assertThat(large.get(Shelf.LIST + "?limit=2000&offset=100").text())
                    .endsWith("],\"meta\":{\"total\":2500,\"limit\":2000,\"offset\":100}}");
        }
    }

    @Test
    void anAccountIsItsIdOrMe() {
        String account = "/api/v2/accounts/%s/conversations?limit=1";
        assertThat(served.get(account.formatted(Served.ONE.publicId())).numbers("/data"))
                .containsExactly(16L);
        assertThat(served.get(account.formatted("00000000-0000-4000-0000-000000000001"))
                        .status())
                .isEqualTo(200);
        String notFound = "{\"errors\":{\"detail\":\"Not Found\"}}";
        served.get(account.formatted("00000000-0000-4000-0000-000000000002")).is(404, notFound);
        served.get(account.formatted("99999999-0000-4000-0000-000000000002")).is(404, notFound);
        served.get(account.formatted("ME")).is(404, notFound);
        assertThat(served.get("other", account.formatted("me")).text())
                .isEqualTo("{\"data\":[],\"meta\":{\"total\":0,\"limit\":1,\"offset\":0}}");
    }

    @Test
    void aTokenOfAWorkspaceSeesAndCountsNoOther() {
        Served.Answered page = served.get("north", Shelf.LIST);
        assertThat(page.numbers("/data")).containsExactly(6L);
        assertThat(page.json().at("/meta/total").longValue()).isEqualTo(1);
        assertThat(served.get("north", Shelf.LIST + "?limit=0").numbers("/data"))
                .containsExactly(6L);
    }

    @Test
    void everyDocumentedParameterAndValueIsAskedFor() {
        EVERY_KIND.forEach(query ->
                assertThat(served.get(Shelf.LIST + "?" + query).status()).isEqualTo(200));
        assertThat(served.documented().unexercised())
                .noneMatch(line -> line.startsWith("GET /api/v2/accounts/{account_id}/conversations:"));
    }

    private static Row graph() {
        return Sketch.of(7)
                .state(State.EXPIRED)
                .links(new Conversation.Links(null, null, null, "5fbeb6aa-29c3-40cc-a9f1-0cfe24abf09c", "spring"))
                .supportRequired()
                .times(new Conversation.Times(
                        Instant.parse("2026-03-01T10:30:00Z"),
                        Instant.parse("2026-03-03T15:04:40.733Z"),
                        Instant.parse("2026-03-03T15:04:40.733Z"),
                        Instant.parse("2026-03-02T15:00:01.204567Z"),
                        Instant.parse("2026-03-03T15:04:40.733Z"),
                        Instant.parse("2026-03-02T15:00:00Z"),
                        Instant.parse("2026-03-09T15:00:00Z"),
                        86400))
                .messages(message("2026-03-02T15:00:01.204567Z"), message("2026-03-03T15:04:40.733Z"))
                .row();
    }

    private static Message message(String at) {
        Instant instant = Instant.parse(at);
        UUID id = new UUID(0x5000, instant.getEpochSecond());
        return new Message(id, Author.CONTACT, null, instant, "Hi", List.of(), List.of());
    }
}
