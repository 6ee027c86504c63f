package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import dev.parlance.query.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ActionsTest {
    /// What only time does, and what messages do.
    private static final Set<Step> NO_ACTIONS = EnumSet.of(
            Step.BECOME_READY,
            Step.EXPIRE,
            Step.CONTACT_SPEAKS,
            Step.AI_ANSWERS,
            Step.PERSON_ANSWERS,
            Step.SYSTEM_SPEAKS);
    private static final int STATES = State.values().length;
    private static final Served SERVED = Served.of(Parlance::dialect, rows());
    private static final Api API = new Api(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    /// One conversation for each step and state.
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Step step : Step.values()) {
            for (State state : State.values()) {
                rows.add(Sample.conversation(number(step, state), "2026-03-01T00:00:00Z")
                        .state(state)
                        .row());
            }
        }
        return rows;
    }

    private static long number(Step step, State state) {
        return 1
                + (long) List.of(Step.values()).indexOf(step) * STATES
                + List.of(State.values()).indexOf(state);
    }

    static Stream<Arguments> transitions() {
        return Stream.of(Step.values())
                .flatMap(step -> Stream.of(State.values()).map(state -> Arguments.of(step, state)));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void aStepLeadsWhereTheTableSaysOrIsRefusedAndNothingChanges(Step step, State from) {
        String path = Api.ALL + "/" + Sample.id(number(step, from));
        JsonNode before = API.get(path);
        Optional<Served.Answered> answer = take(path, step);
        if (answer.isEmpty()) {
            return;
        }
        Optional<State> to = step.from(from);
        boolean speaks = author(step).isPresent();
        assertThat(answer.get().status()).isEqualTo(to.isEmpty() ? 409 : speaks ? 201 : 200);
        if (to.isPresent()) {
            assertThat(API.get(path).get("state").stringValue())
                    .isEqualTo(to.get().word());
        } else {
            assertThat(API.get(path)).isEqualTo(before);
            assertThat(answer.get().json().get("detail").stringValue()).contains("is " + from.word(), step.word());
        }
    }

    private static Optional<Author> author(Step step) {
        return Stream.of(Author.values())
                .filter(author -> Step.of(author) == step)
                .findFirst();
    }

    private static Optional<Served.Answered> take(String path, Step step) {
        Optional<Author> author = author(step);
        if (author.isPresent()) {
            return Optional.of(SERVED.post(
                    path + "/messages", "{\"author\": \"" + author.get().word() + "\", \"text\": \"x\"}"));
        }
        String body = step == Step.HAND_OFF ? "{\"summary\": \"x\"}" : "{}";
        return NO_ACTIONS.contains(step)
                ? Optional.empty()
                : Optional.of(API.act(path, step.word().replace('_', '-'), body));
    }

    @Test
    void everyStepThatIsNobodysElseIsAnAction() {
        List<String> verbs = Action.ALL.stream().map(Action::verb).toList();
        assertThat(Stream.of(Step.values())
                        .filter(step -> !NO_ACTIONS.contains(step))
                        .map(step -> step.word().replace('_', '-')))
                .allSatisfy(verb -> assertThat(verbs).contains(verb));
    }

    @Test
    void aConversationIsGivenToPeople() {
        String path = API.beginTalk();
        assertThat(API.act(path, "assign", "{\"assignee_id\": \"usr_1\"}")
                        .json()
                        .get("assignee_id")
                        .stringValue())
                .isEqualTo("usr_1");
        assertThat(API.act(path, "unassign", "").json().get("assignee_id").isNull())
                .isTrue();
        JsonNode team = API.act(
                        path, "join-team", "{\"name\": \"Billing\", \"id\": \"t1\", \"description\": \"Money\"}")
                .json()
                .get("team");
        assertThat(team.get("name").stringValue()).isEqualTo("Billing");
        assertThat(team.get("description").stringValue()).isEqualTo("Money");
        assertThat(API.act(path, "leave-team", "{}").json().get("team").isNull())
                .isTrue();
    }

    @Test
    void theAiHandsOffAndAPersonTakesOver() {
        String path = API.beginTalk();
        JsonNode handed = API.act(path, "hand-off", "{\"summary\": \"Wants money.\", \"sentiment\": \"angry\"}")
                .json();
        assertThat(handed.get("support_required").booleanValue()).isTrue();
        assertThat(handed.get("ai_closure_type").stringValue()).isEqualTo("handed_off");
        assertThat(handed.at("/handoff/summary").stringValue()).isEqualTo("Wants money.");
        JsonNode taken =
                API.act(path, "take-over", "{\"assignee_id\": \"usr_2\"}").json();
        assertThat(taken.get("state").stringValue()).isEqualTo("human_managed");
        assertThat(taken.get("assignee_id").stringValue()).isEqualTo("usr_2");
        JsonNode released = API.act(path, "release", "{}").json();
        assertThat(released.get("state").stringValue()).isEqualTo("active");
        assertThat(released.get("support_required").booleanValue()).isFalse();
        JsonNode resolved = API.act(path, "resolve", "{\"outcome\": \"Paid.\"}").json();
        assertThat(resolved.get("outcome").stringValue()).isEqualTo("Paid.");
        assertThat(resolved.get("completed_at").isNull()).isFalse();
    }

    @Test
    void tagsComeAndGo() {
        String path = API.begin("{\"channel\": \"web\", \"tags\": [\"a\", \"b\"]}");
        JsonNode after = API.act(path, "tag", "{\"add\": [\"c\", \"a\"], \"remove\": [\"b\", \"z\"]}")
                .json();
        assertThat(after.get("tags").toString()).isEqualTo("[\"a\",\"c\"]");
        assertThat(SERVED.get(Api.ALL + "?tag=c").json().get("data")).hasSize(1);
    }

    @Test
    void attentionIsRaisedOnce() {
        String path = API.beginTalk();
        String item = UUID.randomUUID().toString();
        String json = "{\"id\": \"" + item + "\", \"type\": \"human_requested\", \"reason\": \"Asked.\"}";
        assertThat(API.act(path, "raise-attention", json)
                        .json()
                        .get("open_attention")
                        .intValue())
                .isEqualTo(1);
        assertThat(API.act(path, "raise-attention", json)
                        .json()
                        .get("open_attention")
                        .intValue())
                .isEqualTo(1);
        JsonNode two =
                API.act(path, "raise-attention", "{\"type\": \"escalation\"}").json();
        assertThat(two.get("open_attention").intValue()).isEqualTo(2);
        assertThat(two.get("support_required").booleanValue()).isTrue();
    }

    @Test
    void aWholeConversationIsRedactedForGood() {
        String path = API.begin("""
                {"channel": "web", "subject": "walrus9", "summary": "walrus9", "custom_data": {"a": "walrus9"},
                 "messages": [{"author": "contact", "text": "walrus9"}]}
                """);
        API.act(path, "note", "{\"text\": \"walrus9\"}");
        assertThat(API.act(path, "redact", "{\"reason\": \"asked\"}").status()).isEqualTo(200);
        assertThat(API.get(path + "?include=transcript,timeline").toString())
                .doesNotContain("walrus9")
                .contains("[REDACTED]");
        assertThat(SERVED.get(Api.ALL + "?q=walrus9").json().get("data")).isEmpty();
        assertThat(SERVED.get("admin", "/v1/audit?limit=1000").text()).doesNotContain("walrus9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    assign | {} | assignee_id
                    assign | {"assignee_id": 7} | assignee_id
                    assign | {"assignee_id": " "} | assignee_id
                    unassign | {"assignee_id": "x"} | assignee_id
                    join-team | {"description": "x"} | name
                    leave-team | {"name": "x"} | name
                    tag | {"add": "vip"} | add
                    tag | {"add": ["x"], "remove": ["x"]} | remove
                    note | {} | text
                    note | {"text": []} | text
                    hand-off | {} | summary
                    hand-off | {"summary": "x", "sentiment": "sad"} | sentiment
                    take-over | {"assignee_id": ""} | assignee_id
                    release | {"outcome": "x"} | outcome
                    resolve | {"outcome": 1} | outcome
                    reopen | {"within": 1} | within
                    raise-attention | {"id": "x"} | id type
                    rate | {} | score
                    rate | {"score": 6} | score
                    rate | {"score": 0} | score
                    rate | {"score": 4.5} | score
                    rate | {"score": "5", "comment": 1} | score comment
                    redact | {"why": "x"} | why
                    """)
    void badMembersAreAllNamed(String verb, String body, String fields) {
        Served.Answered answer = API.act(API.beginTalk(), verb, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("errors").values().stream()
                        .map(each -> each.get("field").stringValue()))
                .containsExactlyInAnyOrderElementsOf(List.of(fields.split(" ", -1)));
    }

    @Test
    void whatIsWrongIsToldWithWhatWasGivenAndIsAccepted() {
        Served.Answered answer = API.act(API.beginTalk(), "hand-off", "{\"summary\": \"x\", \"sentiment\": \"sad\"}");
        assertThat(answer.json().get("errors").toString()).isEqualTo("""
                [{"field":"sentiment","in":"body","kind":"enum",\
                "message":"\\"sad\\" where one of these is expected: angry, happy, neutral",\
                "given":"\\"sad\\"","accepted":"one of angry, happy, neutral"}]""");
    }

    @Test
    void onlyWhoMayWriteActs() {
        String path = API.beginTalk();
        assertThat(SERVED.post("safe", path + "/resolve", "{}").status()).isEqualTo(403);
        assertThat(SERVED.post("other", path + "/resolve", "{}").status()).isEqualTo(404);
        assertThat(SERVED.post("north", path + "/resolve", "{}").status()).isEqualTo(404);
        assertThat(SERVED.post(Api.ALL + "/x/resolve", "{}").status()).isEqualTo(404);
        assertThat(SERVED.send("POST", Api.with("Content-Type", "application/json"), path + "/explode")
                        .status())
                .isEqualTo(404);
    }
}
