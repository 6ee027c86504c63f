package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// One conversation of every state on every channel, seen by all four vendors.
class VendorsTest {
    private static final Site SITE = Site.shared();

    /// State, then OpenCX's, Parrot Mob's, Anyreach's and OHallo's name for it.
    static final List<List<String>> STATES =
            """
            scheduled     open              scheduled triggered     new
            ready         open              ready     triggered     new
            token_created open              ready     token_created new
            triggered     open              ready     triggered     new
            ringing       open              running   ringing       new
            new           open              running   in_progress   new
            active        open              running   in_progress   active
            waiting       open              running   in_progress   waiting
            human_managed open              running   in_progress   human_managed
            resolved      closed_resolved   completed completed     resolved
            unresolved    closed_unresolved completed completed     resolved
            transferred   closed_unresolved completed transferred   resolved
            unanswered    closed_unresolved cancelled unanswered    resolved
            failed        closed_unresolved cancelled failed        resolved
            cancelled     closed_unresolved cancelled cancelled     resolved
            expired       closed_unresolved expired   completed     resolved
            """.lines().map(line -> List.of(line.split(" +"))).toList();

    /// Channel and Anyreach's name for it.
    private static final List<List<String>> CHANNELS =
            """
            web text
            email email
            phone_voice telephone
            web_voice webrtc
            sms text
            whatsapp text
            instagram text
            messenger text
            slack text
            api text
            """.lines().map(line -> List.of(line.split(" "))).toList();

    private static Caller caller = new Caller("", "");

    @BeforeAll
    static void importOneOfEach() {
        SITE.tenant("vendors");
        caller = SITE.token("vendors");
        SITE.take(
                "vendors",
                STATES.stream()
                        .flatMap(
                                state -> CHANNELS.stream().map(channel -> record(state.getFirst(), channel.getFirst())))
                        .collect(Collectors.joining("\n")));
    }

    private static String record(String state, String channel) {
        return """
                {"id": "%s", "source_id": "%s-%s", "state": "%s", "channel": "%s"}\
                """.formatted(id(state, channel), state, channel, state, channel);
    }

    /// The place of the state and of the channel, in the id.
    private static String id(String state, String channel) {
        return "00000000-0000-4000-8000-00000000%02d%02d".formatted(place(STATES, state), place(CHANNELS, channel));
    }

    private static int place(List<List<String>> table, String name) {
        return table.stream().map(List::getFirst).toList().indexOf(name);
    }

    @Test
    void everyStateHasItsNameInEveryDialect() {
        Map<String, JsonNode> opencx = all(page -> sessions("{}", page));
        Map<String, JsonNode> parrotmob =
                listed(caller.body("/api/v2/accounts/me/conversations?limit=0").get("data"));
        Map<String, JsonNode> anyreach = listed(caller.body("/core/conversations?limit=1000"));
        Map<String, JsonNode> ohallo =
                listed(caller.body("/api/conversations?limit=1000").get("conversations"));
        for (List<String> state : STATES) {
            for (List<String> channel : CHANNELS) {
                String id = id(state.getFirst(), channel.getFirst());
                assertThat(List.of(
                                member(opencx, id, "/status"),
                                member(parrotmob, id, "/status"),
                                member(anyreach, id, "/status"),
                                member(ohallo, id, "/status")))
                        .isEqualTo(state.subList(1, 5));
                assertThat(member(opencx, id, "/channel/type")).isEqualTo(channel.getFirst());
                assertThat(member(anyreach, id, "/channel")).isEqualTo(channel.getLast());
            }
        }
    }

    @Test
    void aStatusFilterTakesExactlyItsStates() {
        for (String status : names(1)) {
            assertThat(all(page -> sessions("{\"status\": [\"" + status + "\"]}", page))
                            .keySet())
                    .isEqualTo(having(1, status));
        }
        for (String status : names(2)) {
            assertThat(listed(caller.body("/api/v2/accounts/me/conversations?limit=0&status=" + status)
                                    .get("data"))
                            .keySet())
                    .isEqualTo(having(2, status));
        }
        for (String status : names(3)) {
            assertThat(listed(caller.body("/core/conversations?limit=1000&status=" + status))
                            .keySet())
                    .isEqualTo(having(3, status));
        }
        for (String status : names(4)) {
            JsonNode body = caller.body("/api/conversations?limit=1000&status=" + status);
            assertThat(listed(body.get("conversations")).keySet()).isEqualTo(having(4, status));
            assertThat(body.get("total").intValue()).isEqualTo(having(4, status).size());
        }
    }

    @Test
    void aChannelFilterTakesExactlyItsChannels() {
        for (List<String> channel : CHANNELS) {
            assertThat(all(page -> sessions("{\"channels\": [\"" + channel.getFirst() + "\"]}", page)))
                    .hasSize(STATES.size());
        }
        for (String name : List.of("telephone", "webrtc", "email", "text")) {
            long channels = CHANNELS.stream()
                    .filter(each -> each.getLast().equals(name))
                    .count();
            assertThat(caller.body("/core/conversations?limit=1000&channel=" + name)
                            .size())
                    .isEqualTo((int) channels * STATES.size());
        }
    }

    private static String member(Map<String, JsonNode> rows, String id, String pointer) {
        return Objects.requireNonNull(rows.get(id), id).at(pointer).stringValue();
    }

    private static List<String> names(int column) {
        return STATES.stream().map(state -> state.get(column)).distinct().toList();
    }

    private static Set<String> having(int column, String name) {
        return STATES.stream()
                .filter(state -> state.get(column).equals(name))
                .flatMap(state -> CHANNELS.stream().map(channel -> id(state.getFirst(), channel.getFirst())))
                .collect(Collectors.toSet());
    }

    private static JsonNode sessions(String filters, int page) {
        String body = "{\"filters\": %s, \"limit\": 100, \"page\": %d}".formatted(filters, page);
        return Caller.good(caller.post("/chat/sessions/filter", body)).json();
    }

    private static Map<String, JsonNode> all(Function<Integer, JsonNode> pages) {
        Map<String, JsonNode> all = listed(pages.apply(1).get("data"));
        all.putAll(listed(pages.apply(2).get("data")));
        return all;
    }

    private static Map<String, JsonNode> listed(JsonNode rows) {
        return rows.values().stream()
                .collect(Collectors.toMap(row -> row.get("id").stringValue(), Function.identity()));
    }
}
