package dev.parlance.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void deepNestingIsReadInStraightTime() {
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> JsonText.of(JsonText.parse(deep)));
    }

    @Test
    void numbersKeepTheirDigitsAndEqualTreesAreEqual() {
        JsonText exact = JsonText.of(JsonText.parse("{\"a\": 1.10, \"b\": 12345678901234567890}"));
        assertThat(exact.text()).isEqualTo("{\"a\":1.10,\"b\":12345678901234567890}");
        assertThat(new JsonText("{\"x\":1,\"y\":2}")).isEqualTo(new JsonText("{\"y\":2,\"x\":1}"));
    }

    @Test
    void whatNoStoreKeepsIsRefused() {
        for (String text : new String[] {"\"\\u0000\"", "{\"\\u0000\":1}", "\"\\ud800\"", "{\"a\":[1e5000]}"}) {
            assertThatThrownBy(() -> JsonText.of(JsonText.parse(text)))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
