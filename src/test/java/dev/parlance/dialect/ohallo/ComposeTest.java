package dev.parlance.dialect.ohallo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import dev.parlance.query.Row;
import dev.parlance.tenant.Desk;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeTest {
    private static final String PATH = "/api/conversations/compose";
    private static final String MAIN = StableId.workspace("Main").toString();
    private static final String NORTH = StableId.workspace("north").toString();
    private static final String WEB =
            StableId.channel("Main", Channel.WEB, "web").toString();
    private static final String MAIL =
            StableId.channel("Main", Channel.EMAIL, "email").toString();
    private static final String NORTHS =
            StableId.channel("north", Channel.WEB, "web").toString();
    private static final String MARA = StableId.of("contact", "customer-9").toString();
    private static final Served SERVED = Served.of(OHallo::dialect, Shelf.rows());

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    private static String body(String more) {
        return "{\"workspaceId\":\"" + MAIN + "\",\"channelId\":\"" + WEB + "\",\"content\":\"Hello.\"" + more + "}";
    }

    private static Row composed(String body) {
        Served.Answered answer = SERVED.post(PATH, body);
        answer.is(201, "{\"ok\":true}");
        return row(answer);
    }

    private static Row row(Served.Answered answer) {
        String address = answer.findHeader("Location").orElseThrow();
        assertThat(address).startsWith("/api/conversations/");
        assertThat(SERVED.get(address).status()).isEqualTo(200);
        UUID id = UUID.fromString(address.substring("/api/conversations/".length()));
        return SERVED.doors().archive().get(Served.access("full"), id, true);
    }

    private static Contact contact(Row row) {
        return Objects.requireNonNull(row.conversation().contact());
    }

    private static long total() {
        return SERVED.get("/api/conversations?limit=1").json().get("total").longValue();
    }

    @Test
    void aPersonWritesFirstAndTheConversationWaits() {
        Row row = composed(body(",\"contactEmail\":\"new@example.com\",\"contactName\":\"Nora Neu\""));
        Conversation conversation = row.conversation();
        assertThat(conversation.state()).isEqualTo(State.WAITING);
        assertThat(conversation.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(conversation.channelAccount().id().toString()).isEqualTo(WEB);
        assertThat(contact(row).name()).isEqualTo("Nora Neu");
        assertThat(contact(row).email()).isEqualTo("new@example.com");
        assertThat(row.messages()).singleElement().satisfies(message -> {
            assertThat(message.author()).isEqualTo(Author.HUMAN);
            assertThat(message.text()).isEqualTo("Hello.");
        });
    }

    @Test
    void aKnownContactIsFoundAndKeepsItsName() {
        Row first = composed(body(",\"contactPhone\":\"+4366412345\",\"contactName\":\"Ola\""));
        Row again = composed(body(",\"contactPhone\":\"+4366412345\",\"contactName\":\"Somebody\""));
        assertThat(contact(again).id()).isEqualTo(contact(first).id());
        assertThat(contact(again).name()).isEqualTo("Ola");
        Row both = composed(body(",\"contactPhone\":\"+4366412345\",\"contactEmail\":\"ola@example.com\""));
        assertThat(contact(both).id()).isEqualTo(contact(first).id());
        assertThat(contact(both).email()).isEqualTo("ola@example.com");
    }

    @Test
    void anEmailNeedsASubject() {
        String body = body(",\"contactId\":\"" + MARA + "\"").replace(WEB, MAIL);
        SERVED.post(PATH, body).is(400, "{\"error\":\"subject must be given on an email channel\"}");
        Row row = composed(body.replace("\"content\"", "\"subject\":\"Your order\",\"content\""));
        assertThat(row.conversation().words().subject()).isEqualTo("Your order");
        assertThat(row.conversation().channel()).isEqualTo(Channel.EMAIL);
        assertThat(contact(row).id().toString()).isEqualTo(MARA);
        assertThat(contact(row).email()).isEqualTo("mara@example.com");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    | contactId must be given, or else contactEmail or contactPhone, and not both
                    ,"contactId":"{mara}","contactEmail":"a@b.c" | contactId must be given, or else contactEmail or contactPhone, and not both
                    ,"contactId":"{mara}","contactPhone":"+4312345" | contactId must be given, or else contactEmail or contactPhone, and not both
                    ,"contactEmail":"nobody" | contactEmail must be an e-mail address
                    ,"contactPhone":"0664 12345" | contactPhone must be a phone number such as +43664123456
                    ,"contactId":["x"] | contactId must be text
                    ,"contactEmail":"a@b.c","subject":1,"contactName":2 | subject must be text; contactName must be text
                    """)
    void aBodyThatCannotBeUnderstoodIsRefused(String more, String message) {
        long before = total();
        String filled = more == null ? "" : more.replace("{mara}", MARA);
        Served.Answered answer = SERVED.post(PATH, body(filled));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").stringValue().split("; ", -1))
                .containsExactlyInAnyOrder(message.split("; ", -1));
        assertThat(total()).isEqualTo(before);
    }

    @Test
    void whatMustBeThereIsNamed() {
        SERVED.post(PATH, "{\"contactEmail\":\"a@b.c\"}")
                .is(
                        400,
                        "{\"error\":\"workspaceId must be text of at least one character; channelId must be text of at least one"
                                + " character; content must be text of at least one character\"}");
    }

    @Test
    void placesAndContactsThatAreNotThereAreRefused() {
        String to = ",\"contactEmail\":\"a@example.com\"";
        SERVED.post(PATH, body(to).replace(MAIN, "ws_1")).is(404, "{\"error\":\"Workspace not found\"}");
        SERVED.post(PATH, body(to).replace(WEB, NORTHS))
                .is(400, "{\"error\":\"channelId must be a channel of the workspace\"}");
        SERVED.post("north", PATH, body(to)).is(404, "{\"error\":\"Workspace not found\"}");
        SERVED.post("other", PATH, body(to)).is(404, "{\"error\":\"Workspace not found\"}");
        SERVED.post(PATH, body(",\"contactId\":\"c1\"")).is(404, "{\"error\":\"Contact not found\"}");
        SERVED.post(PATH, body(",\"contactId\":\"" + UUID.randomUUID() + "\""))
                .is(404, "{\"error\":\"Contact not found\"}");
        SERVED.post("safe", PATH, body(to)).is(403, "{\"error\":\"This token lacks the scope conversations:write.\"}");
        SERVED.post("unknown", PATH, body(to)).is(401, "{\"error\":\"Unauthorized\"}");
    }

    @Test
    void aTokenOfOneWorkspaceComposesThereToWhomItKnows() {
        String body = body("").replace(MAIN, NORTH).replace(WEB, NORTHS);
        String known = body.replace("}", ",\"contactId\":\"" + MARA + "\"}");
        SERVED.post("north", PATH, known).is(404, "{\"error\":\"Contact not found\"}");
        String fresh = body.replace("}", ",\"contactEmail\":\"norma@example.com\"}");
        Served.Answered answer = SERVED.post("north", PATH, fresh);
        answer.is(201, "{\"ok\":true}");
        assertThat(row(answer).conversation().workspace().name()).isEqualTo("north");
    }

    @Test
    void aRequestSentAgainUnderItsKeyBeginsOneConversation() {
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Idempotency-Key", "compose-1");
        String body = body(",\"contactEmail\":\"once@example.com\"");
        Served.Answered first = SERVED.call(headers, "POST", PATH, body);
        long after = total();
        Served.Answered second = SERVED.call(headers, "POST", PATH, body);
        second.is(201, "{\"ok\":true}");
        assertThat(second.findHeader("Location")).isEqualTo(first.findHeader("Location"));
        assertThat(total()).isEqualTo(after);
        SERVED.call(headers, "POST", PATH, body.replace("Hello", "Bye"))
                .is(409, "{\"error\":\"Another request was made under the same idempotency key.\"}");
    }

    @Test
    void nobodyComposesOnAChannelThatIsSwitchedOff() {
        UUID channel = UUID.fromString(MAIL);
        var access = Served.access("full");
        SERVED.doors().desk().keepChannel(access, channel, null, false, Desk.stamp(access, null));
        String body =
                body(",\"subject\":\"x\",\"contactEmail\":\"a@example.com\"").replace(WEB, MAIL);
        SERVED.post(PATH, body).is(409, "{\"error\":\"The channel is disabled.\"}");
        SERVED.doors().desk().keepChannel(access, channel, null, true, Desk.stamp(access, null));
        SERVED.post(PATH, body).is(201, "{\"ok\":true}");
    }

    @Test
    void everyDocumentedMemberIsExercised() {
        SERVED.post(
                PATH,
                body(
                        ",\"contactId\":\"x\",\"contactEmail\":\"a@b.c\",\"contactPhone\":\"+4312\",\"contactName\":\"x\",\"subject\":\"x\""));
        assertThat(SERVED.documented().unexercised()).noneMatch(line -> line.startsWith("POST " + PATH));
        assertThat(SERVED.doors().archive().get(Served.access("full"), Sample.id(1), false))
                .isNotNull();
    }
}
