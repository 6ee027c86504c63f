package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFilterTest {
    private static final String PATH = "/chat/sessions/filter";
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    /// On the right the ticket numbers that are found, `a-b` for all between.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {} | 1-19
                    {"date":{"from":"2026-03-02","to":"2026-03-03"}} | 2 3
                    {"date":{"from":"2026-03-10"}} | 4-19
                    {"date":{"to":"2026-03-01T08:00:00Z"}} | 1
                    {"date":{"to":"2026-03-01T07:59:59.999Z"}} |
                    {"date":{"from":null,"to":[]}} | 1-19
                    {"created_after":"2026-03-03T10:00:00"} | 3-19
                    {"created_after":"2026-03-03T12:00:00+02:00"} | 3-19
                    {"created_after":1772532000000} | 3-19
                    {"created_after":"1772532000001"} | 4-19
                    {"created_before":"2026-03-02"} | 1 2
                    {"updated_after":"2026-03-20 10:00"} | 1 3
                    {"updated_before":"2026-03-02"} | 2
                    {"last_message_after":"2026-03-20T10:00:00.000001Z"} | 1
                    {"last_message_after":"2026-03-10","last_message_before":"2026-03-10T00:00:00Z"} | 4-19
                    {"channels":["email"]} | 1 5 15
                    {"channels":"whatsapp"} | 2 9 19
                    {"status":["open"]} | 2 4-12
                    {"status":"closed_resolved"} | 3 13
                    {"status":["closed_unresolved"]} | 1 14-19
                    {"status":0} | 2 4-12
                    {"status":[1,2]} | 1 3 13-19
                    {"status":[1,"closed_resolved",1.0]} | 3 13
                    {"ai_closure_type":["handed_off"]} | 1
                    {"ai_closure_type":["resolved","assumed_resolved"]} | 3 4
                    {"sentiment":["angry"]} | 1
                    {"sentiment":["happy","neutral"]} | 3 4
                    {"tags":"refund"} | 1 3
                    {"tags":["billing","nothing"]} | 1
                    {"tags":{"all":["billing","refund"]}} | 1
                    {"tags":{"any":["billing","refund"],"none":["billing"]}} | 3
                    {"tags":{"none":"refund"}} | 2 4-19
                    {"tags":{"none":[]}} | 1-19
                    {"assignees":[207]} | 1
                    {"assignees":["207","abc"]} | 1 3
                    {"teams":["7D1C9C0A-53F2-5C41-9D0C-0B1F0F5B6A33"]} | 1
                    {"teams":["night-shift"]} | 3
                    {"contacts":["mara","customer-9"]} | 1 3
                    {"contacts":["00000000-0000-0000-0000-000000000000"]} |
                    {"language":["sv","de","fr"]} | 1 3
                    {"language":"SV"} |
                    {"custom_data":{"plan":"pro"}} | 1
                    {"custom_data":[{"plan":"pro"},{"plan":"team"}]} | 1 3
                    {"custom_data":[{"plan":"pro","seats":13}]} |
                    {"custom_data":{"seats":12}} | 1 3
                    {"custom_data":{"seats":"12"}} | 1 3
                    {"custom_data":{"seats":12.0}} | 1 3
                    {"custom_data":{"vip":"true"}} | 3
                    {"custom_data":{"vip":false}} |
                    {"custom_data":{"deep":{"list":["1"]}}} | 1
                    {"custom_data":{"deep":{"list":[2,1]}}} | 1
                    {"custom_data":{"deep":{"list":[3]}}} |
                    {"custom_data":[{}]} | 1-19
                    {"contact_custom_data":{"loyalty":"gold"}} | 1 3
                    {"contact_custom_data":{"points":"12.5"}} | 1
                    {"ticket_number":7} | 7
                    {"ticket_number":7.0} | 7
                    {"ticket_number":700} |
                    {"search":"refund order"} | 1
                    {"search":"LIEFER"} | 3
                    {"search":"lindqvist"} | 1
                    {"search":"446815"} |
                    {"search":"refund donnerstag"} |
                    {"search":"..."} |
                    {"search":""} | 1-19
                    {"handed_off":true} | 1 3
                    {"handed_off":false} | 2 4-19
                    {"ticketing_system":{"name":"zendesk"}} | 1
                    {"ticketing_system":{"external_id":99120}} | 1 3
                    {"ticketing_system":{"name":"dynamics365","external_id":"99120"}} | 3
                    {"ticketing_system":{"name":"dynamics365","external_id":"1"}} |
                    {"contact_domains":["EXAMPLE.com"]} | 1
                    {"contact_domains":["shop.example.com","example.com"]} | 1 3
                    {"contact_companies":["Ferrum"]} | 1 3
                    {"contact_companies":["ferrum"]} |
                    {"status":"open","channels":["whatsapp","email"]} | 2 5 9
                    {"status":[],"channels":null,"tags":{},"custom_data":[],"search":null,"date":{}} | 1-19
                    [] | 1-19
                    null | 1-19
                    """)
    void findsExactlyWhatTheFilterSays(String filters, String expected) {
        Served.Answered answer = SERVED.post(PATH, "{\"filters\":" + filters + ",\"limit\":100}");
        assertThat(answer.numbers("/data")).containsExactlyInAnyOrderElementsOf(numbers(expected));
    }

    @Test
    void everyDocumentedNameAndValueIsAnswered() {
        for (Filters.Member member : Filters.MEMBERS) {
            String value = FiltersTest.VALID.get(member.names().getFirst());
            member.names().forEach(name -> found("{\"" + name + "\":" + value + "}"));
        }
        List<String> paths = SERVED.documented().parameters("POST", PATH).stream()
                .filter(name -> name.startsWith("filters."))
                .toList();
        for (String path : paths) {
            for (String value : SERVED.documented().enumValues("POST", PATH, path)) {
                boolean bare = value.matches("\\d|true|false");
                found("{\"" + path.substring("filters.".length()) + "\":" + (bare ? value : '"' + value + '"') + "}");
            }
        }
        found("{\"tags\":{\"any\":[\"x\"]},\"date\":{\"from\":\"2026-03-01\",\"to\":\"2026-03-01\"}}");
        assertThat(SERVED.documented().unexercised()).noneMatch(line -> line.contains("filters"));
    }

    private static void found(String filters) {
        Served.Answered answer = SERVED.post(PATH, "{\"filters\":" + filters + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static List<Long> numbers(@Nullable String ranges) {
        return ranges == null
                ? List.of()
                : Arrays.stream(ranges.split(" ", -1))
                        .flatMap(SessionFilterTest::range)
                        .toList();
    }

    private static Stream<Long> range(String range) {
        String[] ends = range.split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))
                .boxed();
    }
}
