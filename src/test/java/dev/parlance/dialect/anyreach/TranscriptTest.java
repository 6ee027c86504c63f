package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.dialect.Asked;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptTest {
    private static final Instant AT = Instant.parse("2026-03-24T08:15:02.250001Z");

    @Test
    void noMessagesAreNull() {
        assertThat(written()).isEqualTo("null");
    }

    @Test
    void aMessageIsALiveKitItem() {
        assertThat(written(message(1, Author.CONTACT, "Hi \"you\"")))
                .isEqualTo("{\"items\":[" + plain(1, "user", "Hi \\\"you\\\"", "") + "]}");
    }

    @Test
    void peopleAndTheSystemAreTold() {
        assertThat(written(message(1, Author.HUMAN, "Elin"), message(2, Author.SYSTEM, "Joined")))
                .isEqualTo("{\"items\":[" + plain(1, "assistant", "Elin", "\"human\":true") + ","
                        + plain(2, "system", "Joined", "") + "]}");
    }

    @Test
    void anActionIsACallAndItsOutputBeforeTheReply() {
        Use action = action("find_order", "{\"order\":[1.50]}", "{\"state\":\"in transit\"}");
        assertThat(written(message(1, Author.AI, "It left.", action)))
                .isEqualTo("{\"items\":["
                        + "{\"id\":\"00000000-0000-5000-0000-000000000001/call-1\",\"type\":\"function_call\","
                        + "\"call_id\":\"00000000-0000-5000-0000-000000000001/1\","
                        + "\"arguments\":\"{\\\"order\\\":[1.50]}\",\"name\":\"find_order\","
                        + "\"created_at\":1774340102.250001,\"extra\":{},\"group_id\":null},"
                        + "{\"id\":\"00000000-0000-5000-0000-000000000001/output-1\",\"type\":\"function_call_output\","
                        + "\"name\":\"find_order\",\"call_id\":\"00000000-0000-5000-0000-000000000001/1\","
                        + "\"output\":\"{\\\"state\\\":\\\"in transit\\\"}\",\"is_error\":false,"
                        + "\"created_at\":1774340102.250001},"
                        + plain(1, "assistant", "It left.", "") + "]}");
    }

    @Test
    void onlyActionsAreCalls() {
        Use knowledge = new Use(ResourceType.KNOWLEDGE, "faq", UseKind.APPLIED, null, null, null, false);
        Use instruction = new Use(ResourceType.INSTRUCTION, "tone", UseKind.AVAILABLE, null, null, null, false);
        assertThat(written(message(1, Author.AI, "Hello", knowledge, instruction)))
                .isEqualTo("{\"items\":[" + plain(1, "assistant", "Hello", "") + "]}");
    }

    @Test
    void actionsAreNumberedAmongThemselves() {
        Use knowledge = new Use(ResourceType.KNOWLEDGE, "faq", UseKind.APPLIED, null, null, null, false);
        String text =
                written(message(1, Author.AI, "Hello", action("a", null, null), knowledge, action("b", null, null)));
        assertThat(text).containsSubsequence("/call-1\"", "/output-1\"", "/call-2\"", "/output-2\"", "\"message\"");
    }

    @Test
    void whatIsUnknownOfAnActionIsEmpty() {
        Use bare = new Use(ResourceType.ACTION, "refund", UseKind.APPLIED, null, null, null, true);
        assertThat(written(message(1, Author.AI, "Sorry", bare)))
                .contains("\"arguments\":\"{}\",\"name\":\"refund\"")
                .contains("\"output\":\"\",\"is_error\":true");
    }

    @Test
    void textThatAnActionGaveIsTheOutputItself() {
        assertThat(written(message(1, Author.AI, "Yes", action("look", null, "\"two\\nlines\""))))
                .contains("\"output\":\"two\\nlines\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-24T08:15:02Z, 1774340102.000000",
        "2026-03-24T08:15:02.5Z, 1774340102.500000",
        "1969-12-31T23:59:59.999999Z, -0.000001",
        "9999-12-31T23:59:59.999999Z, 253402300799.999999"
    })
    void momentsAreSecondsWithAllTheirMicroseconds(Instant at, String seconds) {
        Message message = new Message(new UUID(0x5000, 1), Author.AI, null, at, "", List.of(), List.of());
        assertThat(written(message)).contains("\"created_at\":" + seconds + "}");
    }

    private static String plain(int number, String role, String content, String extra) {
        return "{\"id\":\"00000000-0000-5000-0000-00000000000" + number + "\",\"type\":\"message\",\"role\":\"" + role
                + "\",\"content\":[\"" + content
                + "\"],\"interrupted\":false,\"transcript_confidence\":null,\"extra\":{"
                + extra + "},\"metrics\":{},\"created_at\":1774340102.250001}";
    }

    private static Use action(String name, @Nullable String arguments, @Nullable String result) {
        return new Use(
                ResourceType.ACTION, "action-" + name, UseKind.APPLIED, name, json(arguments), json(result), false);
    }

    private static @Nullable JsonText json(@Nullable String text) {
        return text == null ? null : JsonText.of(JsonText.parse(text));
    }

    private static Message message(int number, Author author, String text, Use... uses) {
        return new Message(new UUID(0x5000, number), author, null, AT, text, List.of(), List.of(uses));
    }

    private static String written(Message... messages) {
        return Asked.text(json -> Transcript.write(json, List.of(messages)));
    }
}
