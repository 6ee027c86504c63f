package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Channel;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Fuzz;
import dev.parlance.dialect.Served;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ListTest {
    private static final Served SERVED = Served.of(Parlance::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    /// On the right the numbers that are found, `a-b` for all between.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | 1-18
                    state=new | 8
                    state=new,active,waiting | 1 2 8-10
                    channel=email | 1
                    channel=EMAIL,sms | 1
                    channel_account={channel} | 1
                    workspace=north | 18
                    workspace={main} | 1-17
                    workspace=north,Main | 1-18
                    direction=inbound | 1-18
                    direction=outbound |
                    sentiment=happy | 1
                    ai_closure=handed_off | 1
                    language=en | 1
                    assist_mode=true | 1
                    support_required=false | 2-18
                    attention=true |
                    handed_off=true | 1
                    contact={contact} | 1
                    company={company} | 1
                    company_name=Ferrum | 1
                    contact_domain=EXAMPLE.com | 1
                    team={team} | 1
                    assignee=usr_17,usr_18 | 1
                    agent={contact} |
                    agent_version=v1 |
                    web_widget=w |
                    audience_membership=m |
                    conversation_graph=g |
                    ticketing_system=zendesk | 1
                    ticket=Z-1 | 1
                    tag=vip | 1
                    tag=other,delivery | 1
                    tag=other |
                    created_from=2026-03-10 | 1 3-18
                    created_to=2026-03-10 | 2-18
                    created_from=2026-03-01&created_to=2026-03-01 | 2
                    updated_from=2026-03-25T11:42:00Z | 1
                    updated_to=2026-03-24 | 2-18
                    activity_from=2026-03-25 | 1
                    activity_to=2026-03-25T11:42:00Z | 2-18
                    number_least=17 | 17 18
                    number_least=3&number_most=4 | 3 4
                    messages_least=1 | 1
                    messages_most=0 | 2-18
                    user_turns_least=1&user_turns_most=1 | 1
                    duration_least=0 |
                    duration_most=60 |
                    user=MARA | 1
                    agent_number=49 |
                    q=deliv+4521 | 1
                    q=cafe | 1
                    q=%3F |
                    custom_data=%7B%22plan%22%3A%22pro%22%7D | 1
                    contact_custom_data=%7B%22tier%22%3A%22gold%22%7D | 1
                    filter=%7B%22not%22%3A%7B%22tag%22%3A%22vip%22%7D%7D | 2-18
                    filter=%7B%22present%22%3A%22team%22%7D&state=waiting | 1
                    state= | 1-18
                    state=new&channel=email |
                    """)
    void findsExactlyWhatTheParametersSay(String query, @Nullable String expected) {
        String filled = query.replace(
                        "{contact}", StableId.of("contact", "customer-9").toString())
                .replace("{company}", StableId.company("Ferrum").toString())
                .replace("{team}", StableId.of("team", "billing").toString())
                .replace("{main}", StableId.workspace("Main").toString())
                .replace(
                        "{channel}",
                        StableId.channel("Main", Channel.EMAIL, "email").toString());
        Served.Answered answer = SERVED.get(Api.ALL + "?count=true&" + filled);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<Long> numbers = numbers(expected);
        assertThat(answer.numbers("/data")).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(answer.json().get("total").intValue()).isEqualTo(numbers.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sort=created&order=asc | 2 3 4
                    sort=created&order=desc | 1 18 17
                    sort=updated | 1 18 17
                    sort=activity&order=asc | 2 3 4
                    '' | 1 18 17
                    """)
    void theOrderIsTotal(String query, String expected) {
        Served.Answered answer = SERVED.get(Api.ALL + "?limit=3&" + query);
        assertThat(answer.numbers("/data")).isEqualTo(numbers(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sort=updated&order=asc", "sort=activity", "state=new,active,resolved&order=asc"})
    void aWalkSeesEveryConversationOnce(String query) {
        List<Long> all = SERVED.get(Api.ALL + "?" + query).numbers("/data");
        List<Long> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            Served.Answered page = SERVED.get(Api.ALL + "?limit=2&" + query + next);
            walked.addAll(page.numbers("/data"));
            JsonNode cursor = page.json().get("next");
            next = cursor.isNull() ? null : "&cursor=" + cursor.stringValue();
        }
        assertThat(walked).isEqualTo(all);
    }

    @Test
    void aCursorBelongsToItsQuestion() {
        String cursor =
                SERVED.get(Api.ALL + "?limit=2&sort=updated").json().get("next").stringValue();
        assertThat(SERVED.get(Api.ALL + "?limit=5&sort=updated&count=true&cursor=" + cursor)
                        .status())
                .isEqualTo(200);
        assertThat(SERVED.get(Api.ALL + "?sort=created&cursor=" + cursor).status())
                .isEqualTo(400);
        assertThat(SERVED.get(Api.ALL + "?sort=updated&state=new&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
        assertThat(SERVED.get(Api.ALL + "?sort=updated&cursor=nonsense").status())
                .isEqualTo(400);
        assertThat(SERVED.get(Api.ALL + "?sort=updated&cursor=%21").status()).isEqualTo(400);
    }

    @Test
    void transcriptsComeAlongWhenAsked() {
        JsonNode row =
                SERVED.get(Api.ALL + "?limit=1&include=transcript").json().at("/data/0");
        assertThat(row.get("messages")).hasSize(2);
        assertThat(SERVED.get(Api.ALL + "?limit=1").json().at("/data/0").has("messages"))
                .isFalse();
        assertThat(SERVED.get("safe", Api.ALL + "?include=transcript").status()).isEqualTo(403);
    }

    @Test
    void aTokenSeesAndAsksOnlyWhatItMay() {
        assertThat(SERVED.get("safe", Api.ALL + "?limit=1").text()).doesNotContain("summary", "custom_data");
        assertThat(SERVED.get("safe", Api.ALL + "?q=x").status()).isEqualTo(403);
        assertThat(SERVED.get("safe", Api.ALL + "?filter=" + Encoded.text("{\"not\":{\"words\":\"x\"}}"))
                        .status())
                .isEqualTo(403);
        assertThat(SERVED.get("none", Api.ALL).status()).isEqualTo(403);
        assertThat(SERVED.get("north", Api.ALL).numbers("/data")).containsExactly(18L);
        assertThat(SERVED.get("other", Api.ALL).json().get("data")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    state=open | state
                    state=new,open | state
                    status=new | status
                    team=billing | team
                    assist_mode=yes | assist_mode
                    created_from=soon | created_from
                    number_least=x | number_least
                    custom_data=5 | custom_data
                    custom_data=%7B | custom_data
                    contact_custom_data=%5B%5D | contact_custom_data
                    filter=%7B%7D | filter
                    filter=x | filter
                    filter=%7B%22field%22%3A%22state%22%2C%22in%22%3A%5B%22open%22%5D%7D | filter.in
                    sort=name | sort
                    order=up | order
                    limit=0 | limit
                    limit=1001 | limit
                    limit=101&include=transcript | limit
                    include=timeline | include
                    count=perhaps | count
                    state=new&state=active | state
                    limit=x&sort=y&state=z | limit sort state
                    """)
    void badParametersAreAllNamed(String query, String fields) {
        Served.Answered answer = SERVED.get(Api.ALL + "?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("errors").values().stream()
                        .map(each -> each.get("field").stringValue()))
                .containsExactlyInAnyOrderElementsOf(List.of(fields.split(" ", -1)));
        assertThat(answer.json().get("errors").values().stream()
                        .map(each -> each.get("in").stringValue()))
                .containsOnly("query");
    }

    @Test
    void aBadParameterIsToldWithWhatWasGivenAndIsAccepted() {
        JsonNode error = SERVED.get(Api.ALL + "?direction=sideways").json().at("/errors/0");
        assertThat(error.toString()).isEqualTo("""
                {"field":"direction","in":"query","kind":"enum",\
                "message":"direction must be some of inbound, outbound",\
                "given":"sideways","accepted":"some of inbound, outbound"}""");
    }

    @Test
    void aSearchOfTooManyCharactersIsRefused() {
        assertThat(SERVED.get(Api.ALL + "?q=" + "a".repeat(1001)).status()).isEqualTo(400);
    }

    @Test
    void noQueryIsAnsweredWithAFaultOfOurs() {
        Fuzz fuzz = new Fuzz(
                20261120,
                List.of(
                        "q=late",
                        "user=mara&language=en&assignee=x",
                        "state=new,active&channel=email&limit=5&sort=updated",
                        "q=delivery+4521&custom_data=%7B%22plan%22%3A%22pro%22%7D",
                        "filter=%7B%22tag%22%3A%22vip%22%7D&count=true&created_from=2026-01-01"));
        fuzz.run(1000, SERVED.port(), Api.ALL, Set.of(200, 400));
    }

    private static List<Long> numbers(@Nullable String ranges) {
        return ranges == null
                ? List.of()
                : Arrays.stream(ranges.split(" ", -1)).flatMap(ListTest::range).toList();
    }

    private static Stream<Long> range(String range) {
        String[] ends = range.split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))
                .boxed();
    }
}
