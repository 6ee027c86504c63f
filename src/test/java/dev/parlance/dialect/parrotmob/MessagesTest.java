package dev.parlance.dialect.parrotmob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.dialect.Served;
import dev.parlance.journal.Deed;
import dev.parlance.query.Row;
import dev.parlance.tenant.Desk;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MessagesTest {
    private static final String PATH = "/api/v2/accounts/me/conversation-messages";
    private static final Served SERVED = Served.of(ParrotMob::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    private static String to(String member, String text) {
        return "{\"audience_membership\":" + member + ",\"text\":\"" + text + "\"}";
    }

    private static String id(String membership) {
        return "{\"id\":\"" + membership + "\"}";
    }

    private static String phone(String number) {
        return "{\"mobile_phone_number\":\"" + number + "\"}";
    }

    private static JsonNode sent(String member, String text) {
        Served.Answered answer = SERVED.post(PATH, to(member, text));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().get("data");
    }

    private static UUID conversation(JsonNode message) {
        return UUID.fromString(message.get("conversation_id").stringValue());
    }

    private static Row row(UUID conversation) {
        return SERVED.doors().archive().get(Served.access("full"), conversation, true);
    }

    /// What the dialect itself cannot do.
    private static void act(UUID conversation, Deed deed) {
        var access = Served.access("full");
        SERVED.doors().desk().act(access, conversation, List.of(deed), Desk.stamp(access, null));
    }

    @Test
    void aMessageBeginsAChatThatRuns() {
        Served.Answered answer = SERVED.post(
                "/api/v2/accounts/" + Served.ONE.publicId() + "/conversation-messages",
                "{\"audience_membership\":{\"id\":\"first\"},\"text\":\"Hello.\",\"media_content_urls\":"
                        + "[\"https://example.com/a/hat.jpg?x=1\",\"http://example.com\"]}");
        assertThat(answer.status()).isEqualTo(201);
        JsonNode message = answer.json().get("data");
        assertThat(message.get("text").stringValue()).isEqualTo("Hello.");
        assertThat(message.get("direction").stringValue()).isEqualTo("outbound");
        assertThat(message.get("audience_membership_id").stringValue()).isEqualTo("first");
        assertThat(message.get("media_content_urls").values().stream().map(JsonNode::stringValue))
                .containsExactly("https://example.com/a/hat.jpg?x=1", "http://example.com");
        Row row = row(conversation(message));
        Conversation conversation = row.conversation();
        assertThat(conversation.channel()).isEqualTo(Channel.SMS);
        assertThat(conversation.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(conversation.workspace().name()).isEqualTo("default");
        assertThat(row.messages()).singleElement().satisfies(said -> {
            assertThat(said.author()).isEqualTo(Author.AI);
            assertThat(said.attachments()).extracting(each -> each.name()).containsExactly("hat.jpg", "media");
        });
        JsonNode resource =
                SERVED.get(Shelf.LIST + "/" + conversation.id()).json().get("data");
        assertThat(resource.get("status").stringValue()).isEqualTo("running");
        assertThat(resource.get("kind").stringValue()).isEqualTo("chat");
        assertThat(resource.get("started_at")).isEqualTo(message.get("inserted_at"));
    }

    @Test
    void aMessageGoesIntoTheNewestConversationThatIsUnderWay() {
        assertThat(conversation(sent(id("m1"), "Still here?"))).isEqualTo(new UUID(0x4000, 6));
        UUID begun = conversation(sent(id("m2"), "One."));
        assertThat(conversation(sent(id("m2"), "Two."))).isEqualTo(begun);
        assertThat(row(begun).messages()).extracting(each -> each.text()).containsExactly("One.", "Two.");
        act(begun, Deed.Move.by(Step.RESOLVE));
        assertThat(conversation(sent(id("m2"), "Three."))).isNotEqualTo(begun);
    }

    @Test
    void aConversationForLaterIsNotTheCurrentOne() {
        JsonNode later = SERVED.post(
                        Shelf.LIST, "{\"audience_membership_id\":\"m3\",\"scheduled_at\":\"2090-01-01T00:00:00Z\"}")
                .json()
                .get("data");
        assertThat(later.get("status").stringValue()).isEqualTo("scheduled");
        JsonNode message = sent(id("m3"), "Now.");
        assertThat(message.get("conversation_id")).isNotEqualTo(later.get("id"));
        assertThat(SERVED.get(Shelf.LIST + "/" + later.get("id").stringValue())
                        .json()
                        .at("/data/status")
                        .stringValue())
                .isEqualTo("scheduled");
    }

    @Test
    void aPhoneNumberNamesTheMembershipUnderWhichItTalked() {
        JsonNode first = sent(phone("+15551230001"), "One.");
        JsonNode second = sent(phone("+15551230001"), "Two.");
        assertThat(second.get("conversation_id")).isEqualTo(first.get("conversation_id"));
        JsonNode byId = sent(id(first.get("audience_membership_id").stringValue()), "Three.");
        assertThat(byId.get("conversation_id")).isEqualTo(first.get("conversation_id"));
        Conversation conversation = row(conversation(first)).conversation();
        assertThat(Objects.requireNonNull(conversation.contact()).phone()).isEqualTo("+15551230001");
        act(conversation.id(), Deed.Move.by(Step.RESOLVE));
        JsonNode next = sent(id(first.get("audience_membership_id").stringValue()), "Four.");
        assertThat(row(conversation(next)).conversation().contact()).isEqualTo(conversation.contact());
    }

    @Test
    void messagesOfOneMomentBeginOneConversation() throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<UUID>> calls = IntStream.range(0, 20)
                    .<Callable<UUID>>mapToObj(i -> () -> conversation(sent(phone("+15551230002"), "No " + i)))
                    .toList();
            UUID only = null;
            for (Future<UUID> each : clients.invokeAll(calls)) {
                only = only == null ? each.get() : only;
                assertThat(each.get()).isEqualTo(only);
            }
            assertThat(row(Objects.requireNonNull(only)).messages()).hasSize(20);
        }
    }

    @Test
    void whileAPersonManagesTheConversationTheAutomationIsSilent() {
        UUID begun = conversation(sent(id("m4"), "One."));
        act(begun, Deed.Move.by(Step.TAKE_OVER));
        Row before = row(begun);
        Served.Answered refused = SERVED.post(PATH, to(id("m4"), "Two."));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/detail").stringValue())
                .startsWith("The conversation is human_managed; ai_answers is possible when it is ");
        assertThat(row(begun)).isEqualTo(before);
        assertThat(before.conversation().state()).isEqualTo(State.HUMAN_MANAGED);
    }

    @Test
    void aMessageSentAgainUnderItsKeyIsOne() {
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Idempotency-Key", "message-1");
        Served.Answered first = SERVED.call(headers, "POST", PATH, to(id("m5"), "Once."));
        Served.Answered second = SERVED.call(headers, "POST", PATH, to(id("m5"), "Once."));
        second.is(201, first.text());
        assertThat(row(conversation(first.json().get("data"))).messages()).hasSize(1);
        assertThat(SERVED.call(headers, "POST", PATH, to(id("m5"), "Twice.")).status())
                .isEqualTo(409);
    }

    @Test
    void aTokenOfOneWorkspaceSendsInsideIt() {
        Served.Answered answer = SERVED.post("north", PATH, to(id("m6"), "From the north."));
        UUID north = conversation(answer.json().get("data"));
        assertThat(row(north).conversation().workspace().name()).isEqualTo("north");
        UUID south = conversation(sent(id("m7"), "From elsewhere."));
        UUID own = conversation(
                SERVED.post("north", PATH, to(id("m7"), "Unseen.")).json().get("data"));
        assertThat(own).isNotEqualTo(south);
        assertThat(conversation(sent(id("m6"), "From everywhere."))).isEqualTo(north);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"text":"x"} | /audience_membership | audience_membership must be an object with either id or mobile_phone_number
                    {"text":"x","audience_membership":{}} | /audience_membership | audience_membership must be an object with either id or mobile_phone_number
                    {"text":"x","audience_membership":{"id":"a","mobile_phone_number":"+15551234567"}} | /audience_membership | audience_membership must be an object with either id or mobile_phone_number
                    {"text":"x","audience_membership":{"id":7}} | /audience_membership/id | audience_membership.id must be text of at least one character
                    {"text":"x","audience_membership":{"mobile_phone_number":"555"}} | /audience_membership/mobile_phone_number | audience_membership.mobile_phone_number must be a phone number such as +15551234567
                    {"text":"x","audience_membership":{"id":"a","name":"b"}} | /audience_membership/name | audience_membership.name is unknown; audience_membership accepts id, mobile_phone_number
                    {"text":"x","audience_membership":"a"} | /audience_membership | audience_membership must be an object; it accepts id, mobile_phone_number
                    {"audience_membership":{"id":"a"}} | /text | text must be text of at least one character
                    {"text":"","audience_membership":{"id":"a"}} | /text | text must be text of at least one character
                    {"text":["x"],"audience_membership":{"id":"a"}} | /text | text must be text of at least one character
                    {"text":"x","audience_membership":{"id":"a"},"media_content_urls":"http://a.b/c"} | /media_content_urls | media_content_urls must be an array of addresses
                    {"text":"x","audience_membership":{"id":"a"},"media_content_urls":["http://a.b/c","file:///etc"]} | /media_content_urls/1 | media_content_urls[1] must be an http or https address of at most 2048 characters
                    {"text":"x","audience_membership":{"id":"a"},"media_content_urls":[7]} | /media_content_urls/0 | media_content_urls[0] must be an http or https address of at most 2048 characters
                    {"text":"x","audience_membership":{"id":"a"},"body":"y"} | /body | body is unknown; the body accepts audience_membership, media_content_urls, text
                    """)
    void aBodyThatCannotBeUnderstoodIsUnprocessable(String body, String pointer, String detail) {
        Served.Answered answer = SERVED.post(PATH, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").values()).anySatisfy(error -> {
            assertThat(error.at("/source/pointer").stringValue()).isEqualTo(pointer);
            assertThat(error.get("detail").stringValue()).isEqualTo(detail);
        });
    }

    @Test
    void aBodyThatIsNoObjectIsUnprocessable() {
        assertThat(SERVED.post(PATH, "[]").status()).isEqualTo(422);
        assertThat(SERVED.post(PATH, "{").status()).isEqualTo(422);
        assertThat(SERVED.post(PATH, "").status()).isEqualTo(422);
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Content-Type", "text/plain");
        SERVED.call(headers, "POST", PATH, "text")
                .is(415, "{\"errors\":{\"detail\":\"The content type must be application/json\"}}");
        assertThat(SERVED.post(PATH, to(id("a"), "x".repeat(1 << 20))).status()).isEqualTo(413);
    }

    @Test
    void othersAccountsAndTokensWithoutTheScopeAreRefused() {
        String body = to(id("m8"), "x");
        SERVED.post("/api/v2/accounts/99999999-0000-4000-0000-000000000002/conversation-messages", body)
                .is(404, "{\"errors\":{\"detail\":\"Not Found\"}}");
        SERVED.post("safe", PATH, body)
                .is(403, "{\"errors\":{\"detail\":\"This token lacks the scope conversations:write.\"}}");
        assertThat(SERVED.post("unknown", PATH, body).status()).isEqualTo(401);
        assertThat(SERVED.post("other", PATH, body).status()).isEqualTo(201);
        assertThat(SERVED.get(Shelf.LIST + "?audience_membership_id=m8").numbers("/data"))
                .isEmpty();
    }

    @Test
    void everyDocumentedMemberIsExercised() {
        SERVED.post(
                PATH,
                "{\"audience_membership\":{\"id\":null,\"mobile_phone_number\":null},\"text\":\"\",\"media_content_urls\":[]}");
        assertThat(SERVED.documented().unexercised()).noneMatch(line -> line.contains("conversation-messages"));
    }
}
