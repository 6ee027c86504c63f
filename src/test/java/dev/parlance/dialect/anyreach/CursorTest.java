package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Sketch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Instant CREATED = Instant.parse("2026-03-25T11:42:00.123456Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-25T11:42:00.123456Z",
                "2026-03-25T11:42:00.123456+00:00",
                "2026-03-25T13:42:00.123456+02:00",
                "2026-03-25T11:42:00.1234560Z",
                "2026-03-25T11:42:00.123456",
                "2026-03-25 11:42:00.123456+00:00"
            })
    void clientsBuildItInAnyIsoForm(String created) {
        assertThat(Cursor.find(base64(created))).contains(new Cursor(CREATED, OptionalLong.empty()));
    }

    @Test
    void base64MayBeUrlSafeAndUnpaddedAndUnescaped() {
        byte[] bytes = "2026-03-25T11:42:00.123456Z|7".getBytes(StandardCharsets.UTF_8);
        Cursor cursor = new Cursor(CREATED, OptionalLong.of(7));
        assertThat(Cursor.find(Base64.getEncoder().encodeToString(bytes))).contains(cursor);
        assertThat(Cursor.find(Base64.getEncoder().withoutPadding().encodeToString(bytes)))
                .contains(cursor);
        assertThat(Cursor.find(Base64.getUrlEncoder().encodeToString(bytes))).contains(cursor);
        assertThat(Cursor.find(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .contains(cursor);
    }

    @Test
    void oursHoldsTheNumberToo() {
        Conversation last =
                Sketch.of(42).created("2026-03-25T11:42:00.123456Z").row().conversation();
        Cursor cursor = Cursor.after(last);
        assertThat(cursor).isEqualTo(new Cursor(CREATED, OptionalLong.of(42)));
        assertThat(Cursor.find(cursor.text())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "bm9wZQ==", "fA", "=", "MjAyNi0wMy0yNQ===", "w6k", "/////w=="})
    void anythingElseIsNone(String text) {
        assertThat(Cursor.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-25T11:42:00Z|",
                "|7",
                "2026-03-25T11:42:00Z|-7",
                "2026-03-25T11:42:00Z|7|7",
                "2026-03-25T11:42:00Z|9999999999999999999",
                "2026-13-25T11:42:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void brokenPartsAreNone(String plain) {
        assertThat(Cursor.find(base64(plain))).isEmpty();
    }

    private static String base64(String plain) {
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
