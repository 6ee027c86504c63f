package dev.parlance.dialect.ohallo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import dev.parlance.journal.Change;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Stamp;
import dev.parlance.query.Row;
import dev.parlance.tenant.Desk;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A person takes over, answers, gives back, resolves. Each test has conversations of its own, all `active`; number 20
/// is in the workspace `north`.
class LifeTest {
    private static final Served SERVED = Served.of(OHallo::dialect, rows());

    private static List<Row> rows() {
        return LongStream.rangeClosed(1, 20)
                .mapToObj(number -> Sample.conversation(number, "2026-03-01T00:00:00Z")
                        .workspace(number == 20 ? "north" : "Main")
                        .contact("customer-" + number, "mara" + number + "@example.com", "Ferrum", null)
                        .says(Author.CONTACT, "2026-03-01T00:00:00Z", "Is anybody there?")
                        .row())
                .toList();
    }

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    private static String path(long number, String action) {
        return "/api/conversations/" + Sample.id(number) + (action.isEmpty() ? "" : "/" + action);
    }

    private static void done(long number, String action, String body) {
        SERVED.post(path(number, action), body).is(200, "{\"ok\":true}");
    }

    private static Conversation stored(long number) {
        return SERVED.doors()
                .archive()
                .get(Served.access("full"), Sample.id(number), false)
                .conversation();
    }

    private static void act(long number, Deed... deeds) {
        Stamp stamp = Desk.stamp(Served.access("full"), null);
        SERVED.doors().desk().act(Served.access("full"), Sample.id(number), List.of(deeds), stamp);
    }

    @Test
    void aPersonTakesOverAnswersGivesBackAndResolves() {
        done(1, "take-over", "");
        assertThat(stored(1).state()).isEqualTo(State.HUMAN_MANAGED);
        done(1, "reply", "{\"content\":\"I am here.\"}");
        done(1, "reply", "{\"content\":\"How can I help?\"}");
        assertThat(stored(1).state()).isEqualTo(State.HUMAN_MANAGED);
        done(1, "release", "");
        assertThat(stored(1).state()).isEqualTo(State.ACTIVE);
        done(1, "resolve", "{\"outcome\":\"Helped.\"}");
        assertThat(stored(1).state()).isEqualTo(State.RESOLVED);
        JsonNode whole = SERVED.get(path(1, "")).json();
        assertThat(whole.get("status").stringValue()).isEqualTo("resolved");
        assertThat(whole.get("outcome").stringValue()).isEqualTo("Helped.");
        assertThat(whole.at("/messages").values().stream()
                        .map(each -> each.get("role").stringValue() + ": "
                                + each.get("content").stringValue()))
                .containsExactly("customer: Is anybody there?", "agent: I am here.", "agent: How can I help?");
    }

    @Test
    void everyStepIsInTheTimelineWithWhoTookIt() {
        done(2, "take-over", "");
        done(2, "assign", "{\"userId\":\"usr_7\"}");
        done(2, "resolve", "");
        assertThat(SERVED.doors().archive().timeline(Served.access("full"), stored(2)))
                .extracting(Change::kind)
                .containsExactly(Change.Kind.STATE_CHANGED, Change.Kind.ASSIGNED, Change.Kind.STATE_CHANGED);
        assertThat(SERVED.doors().archive().timeline(Served.access("full"), stored(2)))
                .allSatisfy(
                        change -> assertThat(Objects.requireNonNull(change.by()).id())
                                .isEqualTo(Served.access("full").token().toString()));
    }

    @Test
    void aConversationIsGivenToAPersonAndBack() {
        done(3, "assign", "{\"userId\":\"6f0e8a1c-1111-4222-8333-944455556666\"}");
        assertThat(stored(3).links().assigneeId()).isEqualTo("6f0e8a1c-1111-4222-8333-944455556666");
        done(3, "assign", "{\"userId\":\"usr_7\"}");
        assertThat(stored(3).links().assigneeId()).isEqualTo("usr_7");
        done(3, "unassign", "");
        assertThat(stored(3).links().assigneeId()).isNull();
    }

    @Test
    void whatTheStateDoesNotAllowIsRefusedAndChangesNothing() {
        Conversation before = stored(4);
        SERVED.post(path(4, "reply"), "{\"content\":\"Hello.\"}")
                .is(409, "{\"error\":\"The conversation is active; this is possible when it is human_managed.\"}");
        SERVED.post(path(4, "release"), "")
                .is(409, "{\"error\":\"The conversation is active; release is possible when it is human_managed.\"}");
        assertThat(stored(4)).isEqualTo(before);
        done(4, "resolve", "");
        Conversation resolved = stored(4);
        SERVED.post(path(4, "resolve"), "{\"outcome\":\"Again.\"}")
                .is(
                        409,
                        "{\"error\":\"The conversation is resolved; resolve is possible when it is scheduled, ready, token_created,"
                                + " triggered, ringing, new, active, waiting, human_managed.\"}");
        assertThat(stored(4)).isEqualTo(resolved);
    }

    @Test
    void aRequestSentAgainUnderItsKeyHasItsEffectOnce() {
        act(5, Deed.Move.by(Step.TAKE_OVER));
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Idempotency-Key", "reply-5");
        for (int i = 0; i < 3; i++) {
            SERVED.call(headers, "POST", path(5, "reply"), "{\"content\":\"Once.\"}")
                    .is(200, "{\"ok\":true}");
        }
        assertThat(stored(5).counts().messages()).isEqualTo(2);
        SERVED.call(headers, "POST", path(5, "reply"), "{\"content\":\"Twice.\"}")
                .is(409, "{\"error\":\"Another request was made under the same idempotency key.\"}");
        assertThat(stored(5).counts().messages()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"take-over", "release", "resolve", "unassign"})
    void eachCommandSentTwiceUnderItsKeyIsDoneOnce(String action) {
        long number =
                6L + List.of("take-over", "release", "resolve", "unassign").indexOf(action);
        if (action.equals("release")) {
            act(number, Deed.Move.by(Step.TAKE_OVER));
        }
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Idempotency-Key", action);
        SERVED.call(headers, "POST", path(number, action), null).is(200, "{\"ok\":true}");
        Conversation after = stored(number);
        SERVED.call(headers, "POST", path(number, action), null).is(200, "{\"ok\":true}");
        assertThat(stored(number)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "take-over", "release", "resolve", "assign", "unassign"})
    void anUnknownIdAForeignOneAndOneOfNoFormAreNotFoundAlike(String action) {
        String body = "{\"content\":\"x\",\"userId\":\"x\"}";
        for (String id : List.of("0f0f0f0f-0000-4000-8000-000000000000", "w1a2b3c4")) {
            SERVED.post("/api/conversations/" + id + "/" + action, body)
                    .is(404, "{\"error\":\"Conversation not found\"}");
        }
        SERVED.post("other", path(10, action), body).is(404, "{\"error\":\"Conversation not found\"}");
        SERVED.post("north", path(10, action), body).is(404, "{\"error\":\"Conversation not found\"}");
        SERVED.post("safe", path(10, action), body)
                .is(403, "{\"error\":\"This token lacks the scope conversations:write.\"}");
        SERVED.post("unknown", path(10, action), body).is(401, "{\"error\":\"Unauthorized\"}");
        assertThat(stored(10).links().assigneeId()).isNull();
        assertThat(stored(10).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void aTokenOfTheWorkspaceMayAct() {
        SERVED.post("north", path(20, "take-over"), "").is(200, "{\"ok\":true}");
        assertThat(stored(20).state()).isEqualTo(State.HUMAN_MANAGED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    reply   | {}                    | content must be text of at least one character
                    reply   | {"content":null}      | content must be text of at least one character
                    reply   | {"content":""}        | content must be text of at least one character
                    reply   | {"content":["x"]}     | content must be text of at least one character
                    reply   | []                    | The body must be a JSON object; content must be text of at least one character
                    reply   | ''                    | content must be text of at least one character
                    resolve | {"outcome":1}         | outcome must be text
                    assign  | {"userId":7}          | userId must be text of at least one character
                    assign  | {"user":"x"}          | userId must be text of at least one character
                    """)
    void aBodyThatCannotBeUnderstoodIsRefused(String action, String body, String message) {
        SERVED.post(path(11, action), body).is(400, "{\"error\":\"" + message + "\"}");
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        assertThat(SERVED.post(path(11, "reply"), "{\"content\":").status()).isEqualTo(400);
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Content-Type", "text/plain");
        SERVED.call(headers, "POST", path(11, "reply"), "content")
                .is(415, "{\"error\":\"The body must be application/json\"}");
        SERVED.post(path(11, "reply"), "{\"content\":\"" + "x".repeat(1 << 20) + "\"}")
                .is(413, "{\"error\":\"The body has more than 1048576 bytes\"}");
    }

    @Test
    void aPersonsAnswerEndsTheWaitForSupport() {
        act(12, Deed.Move.by(Step.TAKE_OVER), new Deed.RaiseAttention(Sample.id(900), "escalation", null));
        assertThat(SERVED.get("/api/conversations?hasAttention=true").numbers("/conversations"))
                .contains(12L);
        done(12, "reply", "{\"content\":\"Here I am.\"}");
        assertThat(stored(12).standing().supportRequired()).isFalse();
    }

    @Test
    void everyDocumentedMemberOfACommandIsExercised() {
        done(13, "resolve", "{\"outcome\":\"\"}");
        SERVED.post(path(13, "assign"), "{\"userId\":\"x\"}");
        SERVED.post(path(13, "reply"), "{\"content\":\"x\"}");
        List.of("take-over", "release", "unassign").forEach(action -> SERVED.post(path(13, action), ""));
        assertThat(SERVED.documented().unexercised())
                .noneMatch(line -> line.startsWith("POST /api/conversations/{id}/"));
    }
}
