package dev.parlance.dialect.ohallo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Served;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationsTest {
    private static final String PATH = "/api/conversations";
    private static final String MAIN = StableId.workspace("Main").toString();
    private static final String NORTH = StableId.workspace("north").toString();
    private static final Served SERVED = Served.of(OHallo::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aConversationHasEveryMember() {
        SERVED.get(PATH + "?q=4521")
                .is(
                        200,
                        "{\"conversations\":[{"
                                + "\"id\":\"00000000-0000-0000-0000-000000000001\",\"tenantId\":\""
                                + Served.ONE.publicId() + "\","
                                + "\"workspaceId\":\"" + MAIN + "\",\"channelId\":\"" + channel() + "\","
                                + "\"contactId\":\"" + contact() + "\",\"accountId\":\"" + StableId.company("Ferrum")
                                + "\","
                                + "\"status\":\"waiting\",\"summary\":\"Asks for café delivery.\","
                                + "\"subject\":\"Delivery of order 4521\",\"outcome\":\"Confirmed.\",\"messageCount\":2,"
                                + "\"lastMessageAt\":\"2026-03-25T11:42:00.000Z\",\"createdAt\":\"2026-03-24T08:15:00.000Z\","
                                + "\"updatedAt\":\"2026-03-25T11:42:00.000Z\"}],\"total\":1}");
    }

    @Test
    void whatIsUnknownIsNull() {
        SERVED.get(PATH + "?limit=1&offset=17")
                .is(
                        200,
                        "{\"conversations\":[{"
                                + "\"id\":\"00000000-0000-0000-0000-000000000002\",\"tenantId\":\""
                                + Served.ONE.publicId() + "\","
                                + "\"workspaceId\":\"" + MAIN + "\",\"channelId\":\""
                                + StableId.channel("Main", Channel.WEB, "web")
                                + "\",\"contactId\":null,\"accountId\":null,"
                                + "\"status\":\"active\",\"summary\":null,\"subject\":null,\"outcome\":null,\"messageCount\":0,"
                                + "\"lastMessageAt\":null,\"createdAt\":\"2026-03-01T00:00:00.000Z\","
                                + "\"updatedAt\":\"2026-03-01T00:00:00.000Z\"}],\"total\":18}");
    }

    @Test
    void whatATokenMayNotSeeIsLeftOut() {
        Served.Answered answer = SERVED.get("safe", PATH + "?limit=1");
        assertThat(answer.text())
                .contains("\"status\":\"waiting\",\"subject\":\"Delivery of order 4521\",\"outcome\":\"Confirmed.\"")
                .doesNotContain("summary");
    }

    /// On the right the numbers that are found, `a-b` for all between.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | 1-18
                    status=new | 3-8
                    status=active | 2 9
                    status=waiting | 1 10
                    status=human_managed | 11
                    status=resolved | 12-18
                    status=null | 1-18
                    humanManaged=true | 11
                    humanManaged=false | 1-10 12-18
                    hasAttention=true | 1
                    hasAttention=false | 2-18
                    hasAttention=1&humanManaged=0 | 1
                    q=delivery | 1
                    q=DELIV%204521 | 1
                    q=cafe | 1
                    search=Caf%C3%A9 | 1
                    q=thursday+arrive | 1
                    q=mara@example.com | 1
                    q=thursday+friday |
                    q=%3F |
                    q= | 1-18
                    q=cafe&search=cafe | 1
                    contactId={contact} | 1
                    contactId={CONTACT} | 1
                    contactId=customer-9 |
                    accountId={account} | 1
                    accountId=0 |
                    channelId={channel} | 1
                    channelId=ch1a2b3c-5678-9abc-def0-1234567890ab |
                    workspaceId={main} | 1-17
                    workspaceId={north} | 18
                    workspaceId=w1a2b3c4-5678-9abc-def0-1234567890ab |
                    workspaceId=null | 1-18
                    workspaceId={north}&status=resolved | 18
                    workspaceId={north}&status=new |
                    unknown=x | 1-18
                    """)
    void findsExactlyWhatTheFiltersSay(String query, @Nullable String expected) {
        String filled = query.replace("{contact}", contact())
                .replace("{CONTACT}", contact().toUpperCase(Locale.ROOT))
                .replace("{account}", StableId.company("Ferrum").toString())
                .replace("{channel}", channel())
                .replace("{main}", MAIN)
                .replace("{north}", NORTH);
        Served.Answered answer = SERVED.get(PATH + "?" + filled);
        List<Long> numbers = numbers(expected);
        assertThat(answer.numbers("/conversations")).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(answer.json().get("total").intValue()).isEqualTo(numbers.size());
    }

    @Test
    void theMostRecentActivityComesFirstAndTiesGoByNumber() {
        assertThat(SERVED.get(PATH).numbers("/conversations"))
                .containsExactly(1L, 18L, 17L, 16L, 15L, 14L, 13L, 12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=2&offset=1, 18 17",
        "limit=1&offset=17, 2",
        "limit=1000&offset=18, ",
        "offset=9223372036854775807, ",
        "limit=null&offset=16, 3 2",
        "limit=&offset=17, 2",
        "limit=1&offset=null, 1"
    })
    void pagesAreCutFromTheOrderAndTheTotalStays(String query, @Nullable String expected) {
        Served.Answered answer = SERVED.get(PATH + "?" + query);
        assertThat(answer.numbers("/conversations")).isEqualTo(numbers(expected));
        assertThat(answer.json().get("total").intValue()).isEqualTo(18);
    }

    @Test
    void aTokenOfOneWorkspaceReachesOnlyThat() {
        assertThat(SERVED.get("north", PATH).numbers("/conversations")).containsExactly(18L);
        assertThat(SERVED.get("north", PATH + "?workspaceId=" + NORTH.toUpperCase(Locale.ROOT))
                        .numbers("/conversations"))
                .containsExactly(18L);
        SERVED.get("north", PATH + "?workspaceId=" + MAIN).is(404, "{\"error\":\"Workspace not found\"}");
        SERVED.get("north", PATH + "?workspaceId=x").is(404, "{\"error\":\"Workspace not found\"}");
        SERVED.get("other", PATH).is(200, "{\"conversations\":[],\"total\":0}");
    }

    @Test
    void everyDocumentedParameterAndValueIsAnswered() {
        for (String name : SERVED.documented().parameters("GET", PATH)) {
            List<String> values = SERVED.documented().enumValues("GET", PATH, name);
            Stream<String> asked = values.isEmpty() ? Stream.of("1") : values.stream();
            asked.forEach(value -> assertThat(
                            SERVED.get(PATH + "?" + name + "=" + value).status())
                    .as(name)
                    .isEqualTo(200));
        }
        assertThat(SERVED.documented().unexercised()).noneMatch(line -> line.startsWith("GET " + PATH + ":"));
    }

    private static String contact() {
        return StableId.of("contact", "customer-9").toString();
    }

    private static String channel() {
        return StableId.channel("Main", Channel.EMAIL, "email").toString();
    }

    private static List<Long> numbers(@Nullable String ranges) {
        return ranges == null
                ? List.of()
                : Arrays.stream(ranges.split(" ", -1))
                        .flatMap(ConversationsTest::range)
                        .toList();
    }

    private static Stream<Long> range(String range) {
        String[] ends = range.split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))
                .boxed();
    }
}
