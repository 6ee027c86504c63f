package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.State;
import dev.parlance.conversation.StateTable;
import dev.parlance.dialect.anyreach.Anyreach;
import dev.parlance.dialect.ohallo.OHallo;
import dev.parlance.dialect.opencx.OpenCx;
import dev.parlance.dialect.parlance.Parlance;
import dev.parlance.dialect.parrotmob.ParrotMob;
import dev.parlance.http.Dialect;
import dev.parlance.query.Row;
import dev.parlance.tenant.Doors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command of every dialect on a conversation in every state, over HTTP: where it leads, and where it is refused
/// and changes nothing.
class TransitionsTest {
    /// A dot is a refusal; a dash, that the command is done to another conversation. What is `late` is about
    /// conversations that ended long ago.
    private static final String TABLE = """
            command                    | sc re to tr ri ne ac wa hm | rs ur tf ua fa ca ex
            opencx contact             | ne ne ne ne ne ne ac ac hm | ac ac ac ac ac ac ac
            opencx contact late        | ne ne ne ne ne ne ac ac hm | .  .  .  .  .  .  .
            opencx agent               | wa wa wa wa wa wa wa wa hm | .  .  .  .  .  .  .
            opencx agent taking over   | .  hm hm hm hm hm hm hm hm | .  .  .  .  .  .  .
            opencx open                | sc re to tr ri ne ac wa hm | ac ac ac ac ac ac ac
            opencx closed_resolved     | rs rs rs rs rs rs rs rs rs | rs rs rs rs rs rs rs
            opencx closed_unresolved   | ur ur ur ur ur ur ur ur ur | ur ur tf ua fa ca ex
            anyreach end               | rs rs rs rs rs rs rs rs rs | rs ur .  .  .  .  ex
            ohallo reply               | .  .  .  .  .  .  .  .  hm | .  .  .  .  .  .  .
            ohallo take-over           | .  hm hm hm hm hm hm hm .  | .  .  .  .  .  .  .
            ohallo release             | .  .  .  .  .  .  .  .  ac | .  .  .  .  .  .  .
            ohallo resolve             | rs rs rs rs rs rs rs rs rs | .  .  .  .  .  .  .
            ohallo assign              | sc re to tr ri ne ac wa hm | rs ur tf ua fa ca ex
            ohallo unassign            | sc re to tr ri ne ac wa hm | rs ur tf ua fa ca ex
            parrotmob message          | -  ac ac ac ac ac wa wa .  | -  -  -  -  -  -  -
            parrotmob cancel           | ca ca ca ca ca ca ca ca ca | .  .  .  .  .  .  .
            parlance contact           | ne ne ne ne ne ne ac ac hm | .  .  .  .  .  .  .
            parlance ai                | ac ac ac ac ac ac wa wa .  | .  .  .  .  .  .  .
            parlance human             | wa wa wa wa wa wa wa wa hm | .  .  .  .  .  .  .
            parlance system            | sc re to tr ri ne ac wa hm | .  .  .  .  .  .  .
            parlance begin             | ne ne ne ne ne .  .  .  .  | .  .  .  .  .  .  .
            parlance ring              | .  .  .  ri .  .  .  .  .  | .  .  .  .  .  .  .
            parlance hand-off          | .  re to tr ri ne ac wa .  | .  .  .  .  .  .  .
            parlance take-over         | .  hm hm hm hm hm hm hm .  | .  .  .  .  .  .  .
            parlance release           | .  .  .  .  .  .  .  .  ac | .  .  .  .  .  .  .
            parlance resolve           | rs rs rs rs rs rs rs rs rs | .  .  .  .  .  .  .
            parlance leave-unresolved  | ur ur ur ur ur ur ur ur ur | .  .  .  .  .  .  .
            parlance transfer          | .  tf tf tf tf tf tf tf tf | .  .  .  .  .  .  .
            parlance go-unanswered     | .  ua ua ua ua .  .  .  .  | .  .  .  .  .  .  .
            parlance fail              | fa fa fa fa fa fa fa fa fa | .  .  .  .  .  .  .
            parlance cancel            | ca ca ca ca ca ca ca ca ca | .  .  .  .  .  .  .
            parlance reopen            | .  .  .  .  .  .  .  .  .  | ac ac ac ac ac ac ac
            parlance assign            | sc re to tr ri ne ac wa hm | rs ur tf ua fa ca ex
            parlance note              | sc re to tr ri ne ac wa hm | rs ur tf ua fa ca ex
            parlance tag               | sc re to tr ri ne ac wa hm | rs ur tf ua fa ca ex
            parlance rate              | sc re to tr ri ne ac wa hm | rs ur tf ua fa ca ex
            parlance raise-attention   | sc re to tr ri ne ac wa hm | rs ur tf ua fa ca ex
            """;

    private static final Map<String, Function<Doors, Dialect>> DIALECTS = Map.of(
            "opencx", OpenCx::dialect,
            "anyreach", Anyreach::dialect,
            "ohallo", OHallo::dialect,
            "parrotmob", ParrotMob::dialect,
            "parlance", Parlance::dialect);

    private static final Map<String, Served> SERVED = new HashMap<>();
    private static final List<State> STATES = List.of(State.values());

    private record Call(String method, String path, String body) {
        static Call post(String path, String body) {
            return new Call("POST", path, body);
        }
    }

    /// What a command sends; `{id}` is the conversation, `{member}` the audience membership.
    private static Call call(String command) {
        String[] words = command.split(" ", 2);
        return switch (words[0]) {
            case "opencx" -> openCx(words[1]);
            case "anyreach" -> Call.post("/core/conversations/{id}/" + words[1], "");
            case "ohallo" ->
                Call.post("/api/conversations/{id}/" + words[1], "{\"content\":\"Hi.\",\"userId\":\"u1\"}");
            case "parrotmob" -> parrotMob(words[1]);
            case "parlance" -> parlance(words[1]);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static Call openCx(String command) {
        String send = "/chat/sessions/{id}/send";
        return switch (command) {
            case "contact", "contact late" ->
                Call.post(send, "{\"sender\":\"contact\",\"message\":{\"text\":\"Hi.\"}}");
            case "agent" -> Call.post(send, "{\"sender\":\"agent\",\"message\":{\"text\":\"Hi.\"}}");
            case "agent taking over" ->
                Call.post(
                        send,
                        "{\"sender\":\"agent\",\"message\":{\"text\":\"Hi.\"},\"should_take_over_session_from_ai\":true}");
            default -> new Call("PATCH", "/chat/sessions/{id}", "{\"status\":\"" + command + "\"}");
        };
    }

    private static Call parrotMob(String command) {
        String account = "/api/v2/accounts/me/";
        return command.equals("message")
                ? Call.post(
                        account + "conversation-messages",
                        "{\"audience_membership\":{\"id\":\"{member}\"},\"text\":\"Hi.\"}")
                : Call.post(account + "conversations/{id}/" + command, "");
    }

    private static Call parlance(String command) {
        String one = "/v1/conversations/{id}/";
        return switch (command) {
            case "contact", "ai", "human", "system" ->
                Call.post(one + "messages", "{\"author\":\"" + command + "\",\"text\":\"Hi.\"}");
            case "hand-off" -> Call.post(one + command, "{\"summary\":\"Asks for a person.\"}");
            case "assign" -> Call.post(one + command, "{\"assignee_id\":\"u1\"}");
            case "note" -> Call.post(one + command, "{\"text\":\"Look here.\"}");
            case "tag" -> Call.post(one + command, "{\"add\":[\"x\"]}");
            case "rate" -> Call.post(one + command, "{\"score\":5}");
            case "raise-attention" -> Call.post(one + command, "{\"type\":\"escalation\"}");
            default -> Call.post(one + command, "");
        };
    }

    static List<StateTable.Line> lines() {
        return StateTable.read(TABLE);
    }

    /// For each line of the dialect one conversation in each state.
    private static synchronized Served served(String dialect) {
        return SERVED.computeIfAbsent(dialect, name -> {
            List<Row> rows = new ArrayList<>();
            for (StateTable.Line line : lines()) {
                if (line.name().startsWith(name + " ")) {
                    STATES.forEach(state -> rows.add(row(line, state)));
                }
            }
            return Served.of(dialectOf(name), rows);
        });
    }

    private static Function<Doors, Dialect> dialectOf(String name) {
        return Optional.ofNullable(DIALECTS.get(name)).orElseThrow();
    }

    private static long number(StateTable.Line line, State state) {
        return 1L + (long) lines().indexOf(line) * STATES.size() + STATES.indexOf(state);
    }

    private static Row row(StateTable.Line line, State state) {
        long number = number(line, state);
        Duration ago = line.name().endsWith(" late") ? Duration.ofDays(8) : Duration.ofHours(1);
        String then = Instant.now().minus(ago).toString();
        return Sketch.of(number)
                .created(then)
                .state(state)
                .links(new Conversation.Links(null, null, null, "m" + number, null))
                .row();
    }

    @AfterAll
    static void stop() {
        SERVED.values().forEach(Served::close);
        SERVED.clear();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aCommandLeadsWhereTheTableSaysAndIsRefusedElsewhere(StateTable.Line line) {
        Map<State, String> actual = new EnumMap<>(State.class);
        for (State state : STATES) {
            actual.put(state, outcome(line, state));
        }
        assertThat(actual).isEqualTo(line.cells());
    }

    private static String outcome(StateTable.Line line, State state) {
        Served served = served(line.name().split(" ", 2)[0]);
        long number = number(line, state);
        Row before = stored(served, number);
        assertThat(before.conversation().state()).isEqualTo(state);
        Call call = call(line.name());
        String path = call.path().replace("{id}", Sketch.id(number).toString());
        String body = call.body().replace("{member}", "m" + number);
        Served.Answered answer = served.call("full", call.method(), path, body.isEmpty() ? null : body);
        Row after = stored(served, number);
        if (answer.status() == 409) {
            return after.equals(before) ? "." : "refused, yet changed";
        }
        boolean elsewhere = "-".equals(line.cells().get(state)) && after.equals(before);
        String letters =
                elsewhere ? "-" : StateTable.letters(after.conversation().state());
        return answer.status() / 100 == 2 ? letters : Integer.toString(answer.status());
    }

    private static Row stored(Served served, long number) {
        return served.doors().archive().get(Served.access("full"), Sketch.id(number), true);
    }
}
