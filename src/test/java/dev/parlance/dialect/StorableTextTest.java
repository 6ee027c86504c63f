package dev.parlance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "ünï 漢字", "\uD83D\uDE00", "\uD83D\uDE00\uD83D\uDE00"})
    void wholeCharactersAreText(String text) {
        assertThat(StorableText.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db"})
    void zeroAndHalvesOfPairsAreNot(String text) {
        assertThat(StorableText.is(text)).isFalse();
    }
}
