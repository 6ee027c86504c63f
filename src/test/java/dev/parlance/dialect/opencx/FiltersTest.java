package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Documented;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
    /// One valid value for each member.
    static final Map<String, String> VALID = Map.ofEntries(
            Map.entry("date", "{\"from\":\"2026-03-01\",\"to\":\"2026-03-31\"}"),
            Map.entry("created_after", "\"2026-03-01\""),
            Map.entry("created_before", "1774438920000"),
            Map.entry("updated_after", "\"2026-03-01T10:00:00+02:00\""),
            Map.entry("updated_before", "\"2026-03-01 10:00\""),
            Map.entry("last_message_after", "\"2026-03-01\""),
            Map.entry("last_message_before", "\"2026-03-01\""),
            Map.entry("channels", "[\"web\",\"slack\"]"),
            Map.entry("status", "[\"open\",2]"),
            Map.entry("ai_closure_type", "\"handed_off\""),
            Map.entry("sentiment", "[\"angry\"]"),
            Map.entry("tags", "{\"all\":[\"a\",\"b\"],\"none\":\"c\"}"),
            Map.entry("assignees", "[207,\"208\"]"),
            Map.entry("teams", "[\"7d1c9c0a-53f2-5c41-9d0c-0b1f0f5b6a33\"]"),
            Map.entry("contacts", "\"customer-9\""),
            Map.entry("language", "[\"sv\",\"de\"]"),
            Map.entry("custom_data", "[{\"plan\":\"pro\",\"seats\":5},{\"vip\":true}]"),
            Map.entry("contact_custom_data", "{\"loyalty\":\"gold\"}"),
            Map.entry("ticket_number", "4182"),
            Map.entry("search", "\"refund order\""),
            Map.entry("handed_off", "true"),
            Map.entry("ticketing_system", "{\"name\":\"zendesk\",\"external_id\":99120}"),
            Map.entry("contact_domains", "[\"Example.com\"]"),
            Map.entry("contact_companies", "\"Ferrum\""));

    static Stream<Filters.Member> members() {
        return Filters.MEMBERS.stream();
    }

    @ParameterizedTest
    @MethodSource("members")
    void everyAliasMeansTheSameAsTheName(Filters.Member member) {
        String value = VALID.get(member.names().getFirst());
        Filter canonical = read("{\"" + member.names().getFirst() + "\":" + value + "}");
        assertThat(canonical).isNotEqualTo(new Filter.All(List.of()));
        assertThat(member.names())
                .allSatisfy(name ->
                        assertThat(read("{\"" + name + "\":" + value + "}")).isEqualTo(canonical));
    }

    @ParameterizedTest
    @MethodSource("members")
    void nothingInAMemberDoesNotRestrict(Filters.Member member) {
        for (String nothing : List.of("null", "[]", "{}")) {
            assertThat(read("{\"" + member.names().getFirst() + "\":" + nothing + "}"))
                    .isEqualTo(new Filter.All(List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void aMemberUnderTwoNamesIsAMistake(Filters.Member member) {
        if (member.names().size() > 1) {
            String first = member.names().getFirst();
            String other = member.names().getLast();
            assertThat(mistakes("{\"" + first + "\":null,\"" + other + "\":null}"))
                    .extracting(Mistake::message)
                    .containsExactly("filters." + first + ", filters." + other + " are the same; give one");
        }
    }

    @Test
    void theTableIsTheDocumentedOne() {
        Set<String> documented = Documented.of("opencx").parameters("POST", "/chat/sessions/filter");
        List<String> names = Filters.MEMBERS.stream()
                .flatMap(member -> member.names().stream())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(documented.stream()
                        .filter(name -> name.matches("filters\\.[^.]+"))
                        .map(name -> name.substring("filters.".length())))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(VALID)
                .containsOnlyKeys(Filters.MEMBERS.stream()
                        .map(member -> member.names().getFirst())
                        .toList());
    }

    @Test
    void unknownMembersAreNamedWithWhatIsAccepted() {
        assertThat(mistakes("{\"billing\":\"hard\",\"status\":\"open\",\"zendesk_ticket_id\":1}"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message())
                        .startsWith("filters.billing, filters.zendesk_ticket_id are unknown; filters accepts date, ")
                        .endsWith("contact_companies"));
    }

    @Test
    void allMistakesAreFoundTogether() {
        String bad = "{\"status\":[\"open\",\"shut\",3],\"date\":{\"from\":\"soon\",\"until\":1},\"tags\":[1],"
                + "\"handed_off\":\"yes\",\"ticket_number\":1.5,\"other\":1}";
        assertThat(mistakes(bad))
                .extracting(Mistake::field)
                .containsExactlyInAnyOrder(
                        "filters.status[1]",
                        "filters.status[2]",
                        "filters.date.until",
                        "filters.tags[0]",
                        "filters.handed_off",
                        "filters.ticket_number",
                        "filters.other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    channels | "fax" | one of web, email, phone_voice, web_voice, sms, whatsapp, instagram, messenger, slack, api
                    channels | "WEB" | one of web, email
                    channels | {"type":"web"} | one of web, email
                    status | "closed" | one of open, closed_resolved, closed_unresolved
                    status | 3 | an integer from 0 to 2
                    status | 0.5 | an integer from 0 to 2
                    ai_closure_type | "lost" | one of assumed_resolved, handed_off, resolved
                    sentiment | "sad" | one of angry, happy, neutral
                    date | "2026-03-01" | an object
                    created_after | "tomorrow" | an ISO 8601 date
                    created_before | true | an ISO 8601 date
                    created_before | 1e999999999 | an ISO 8601 date
                    assignees | [true] | text or an integer
                    assignees | [1e999999999] | text or an integer
                    teams | [{"id":"x"}] | text or an integer
                    contacts | [null] | text or an integer
                    language | 5 | text
                    custom_data | "pro" | an object of names and values
                    custom_data | [["pro"]] | an object of names and values
                    ticket_number | "first" | an integer from 0
                    ticket_number | -1 | an integer from 0
                    search | ["refund"] | text
                    handed_off | "true" | true or false
                    ticketing_system | "zendesk" | an object
                    contact_domains | [5] | text
                    tags | {"any":[5]} | text
                    """)
    void whatIsNotUnderstoodIsNamedWithWhatIs(String member, String value, String accepted) {
        assertThat(mistakes("{\"" + member + "\":" + value + "}"))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.field()).startsWith("filters." + member);
                    assertThat(mistake.message())
                            .startsWith("filters." + member)
                            .contains("must be " + accepted);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null"})
    void noFiltersAskForEverything(String filters) {
        assertThat(read(filters)).isEqualTo(Filter.EVERYTHING);
    }

    @Test
    void valuesOfCustomDataAlsoMatchTheirTexts() {
        assertThat(custom("{\"a\":5}")).isEqualTo(anyCustom("{\"a\":5}", "{\"a\":\"5\"}"));
        assertThat(custom("{\"a\":\"5\"}")).isEqualTo(anyCustom("{\"a\":\"5\"}", "{\"a\":5}"));
        assertThat(custom("{\"a\":5.10}")).isEqualTo(anyCustom("{\"a\":5.10}", "{\"a\":\"5.10\"}", "{\"a\":\"5.1\"}"));
        assertThat(custom("{\"a\":true}")).isEqualTo(anyCustom("{\"a\":true}", "{\"a\":\"true\"}"));
        assertThat(custom("{\"a\":\"false\"}")).isEqualTo(anyCustom("{\"a\":\"false\"}", "{\"a\":false}"));
        assertThat(custom("{\"a\":\"05\"}")).isEqualTo(one("{\"a\":\"05\"}"));
        assertThat(custom("{\"a\":null}")).isEqualTo(one("{\"a\":null}"));
    }

    @Test
    void nestedValuesMatchByContainment() {
        assertThat(custom("{\"a\":{\"b\":{\"c\":\"x\"}}}")).isEqualTo(one("{\"a\":{\"b\":{\"c\":\"x\"}}}"));
        assertThat(custom("{\"a\":{\"b\":1}}")).isEqualTo(anyCustom("{\"a\":{\"b\":1}}", "{\"a\":{\"b\":\"1\"}}"));
        assertThat(custom("{\"a\":[\"x\"]}")).isEqualTo(one("{\"a\":[\"x\"]}"));
        assertThat(custom("{\"a\":[]}")).isEqualTo(one("{\"a\":[]}"));
        assertThat(custom("{\"a\":{}}")).isEqualTo(one("{\"a\":{}}"));
        assertThat(custom("{\"a\":[{\"b\":1,\"c\":2}]}")).isEqualTo(one("{\"a\":[{\"b\":1,\"c\":2}]}"));
    }

    @Test
    void pairsCombineWithAndObjectsWithOr() {
        assertThat(read("{\"custom_data\":[{\"a\":\"x\",\"b\":\"y\"},{\"c\":\"z\"}]}"))
                .isEqualTo(new Filter.All(List.of(new Filter.Any(List.of(
                        new Filter.All(List.of(one("{\"a\":\"x\"}"), one("{\"b\":\"y\"}"))),
                        new Filter.All(List.of(one("{\"c\":\"z\"}"))))))));
    }

    @Test
    void tooManyValuesAreAMistake() {
        String many = "[" + "\"x\",".repeat(1000) + "\"x\"]";
        assertThat(mistakes("{\"language\":" + many + "}"))
                .extracting(Mistake::kind)
                .containsExactly("many");
        String objects = "[" + "{\"a\":1},".repeat(100) + "{\"a\":1}]";
        assertThat(mistakes("{\"custom_data\":" + objects + "}"))
                .extracting(Mistake::kind)
                .containsExactly("many");
        String values = "{\"a\":[" + "1,".repeat(200) + "1]}";
        assertThat(mistakes("{\"custom_data\":" + values + "}"))
                .extracting(Mistake::kind)
                .containsExactly("many");
        assertThat(mistakes("{\"search\":\"" + "word ".repeat(201) + "\"}"))
                .extracting(Mistake::kind)
                .containsExactly("long");
        assertThat(mistakes("{\"custom_data\":{\"a\":1e2000}}"))
                .extracting(Mistake::kind)
                .containsExactly("number");
    }

    @Test
    void textThatNoDatabaseKeepsIsAMistake() {
        assertThat(mistakes("{\"language\":\"a\\u0000\"}"))
                .extracting(Mistake::kind)
                .containsExactly("text");
        assertThat(mistakes("{\"custom_data\":{\"\\u0000\":1}}"))
                .extracting(Mistake::kind)
                .containsExactly("text");
    }

    @Test
    void aSearchWithoutWordsFindsNothingAndAnEmptyOneEverything() {
        assertThat(read("{\"search\":\"?!\"}")).isEqualTo(new Filter.All(List.of(Filter.NOTHING)));
        assertThat(read("{\"search\":\" \"}")).isEqualTo(new Filter.All(List.of(Filter.EVERYTHING)));
        assertThat(read("{\"search\":\"Été 4521\"}"))
                .isEqualTo(new Filter.All(List.of(new Filter.Words(List.of("ete", "4521")))));
    }

    @Test
    void wholeNumbersStandForTheirDigits() {
        assertThat(read("{\"assignees\":[207,207.0,\"207\"]}"))
                .isEqualTo(new Filter.All(List.of(new Filter.OneOf(Field.ASSIGNEE, Set.of("207")))));
    }

    private static Filter custom(String object) {
        Filter filter = read("{\"custom_data\":" + object + "}");
        Filter.Any objects = (Filter.Any) ((Filter.All) filter).filters().getFirst();
        List<Filter> pairs = ((Filter.All) objects.filters().getFirst()).filters();
        return pairs.size() == 1 ? pairs.getFirst() : new Filter.All(pairs);
    }

    private static Filter one(String object) {
        return new Filter.CustomData(Filter.Owner.CONVERSATION, new JsonText(object));
    }

    private static Filter anyCustom(String... objects) {
        return new Filter.Any(Stream.of(objects).map(FiltersTest::one).toList());
    }

    private static Filter read(String filters) {
        Mistakes mistakes = new Mistakes();
        Filter filter = Filters.read(new Wild("filters", JsonText.parse(filters), mistakes));
        mistakes.check();
        return filter;
    }

    private static List<Mistake> mistakes(String filters) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(filters));
        return ((Problem.Invalid) refusal.problem()).mistakes();
    }
}
