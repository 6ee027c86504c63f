package dev.parlance.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A dictionary against a plain map.
class DictionaryTest {
    @Test
    void everyValueHasItsOwnNumberAndKeepsIt() {
        Random random = new Random(2);
        Dictionary dictionary = new Dictionary();
        Map<String, Integer> plain = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            String value = value(random);
            int number = dictionary.add(bytes(value), 0, bytes(value).length);
            assertThat(number).isEqualTo(plain.computeIfAbsent(value, none -> plain.size()));
        }
        assertThat(dictionary.count()).isEqualTo(plain.size());
        plain.forEach((value, number) -> {
            byte[] bytes = bytes(value);
            assertThat(dictionary.find(bytes, 0, bytes.length, plain.size())).isEqualTo(number);
            assertThat(dictionary.find(bytes, 0, bytes.length, number)).isEqualTo(-1);
            assertThat(dictionary.spellings().copy(number)).isEqualTo(bytes);
        });
    }

    private static String value(Random random) {
        int length = random.nextInt(1_000) == 0 ? random.nextInt(100_000) : random.nextInt(12);
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < length; i++) {
            value.append((char) ('a' + random.nextInt(3)));
        }
        return value.toString();
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
