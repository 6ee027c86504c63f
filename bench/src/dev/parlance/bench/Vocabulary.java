package dev.parlance.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Made-up words, a few of them very frequent, and sentences of them.
final class Vocabulary {
    private static final int SIZE = 5_000;
    private static final String[] SYLLABLES = {
        "ba", "be", "bo", "ca", "ce", "cor", "da", "del", "di", "en", "fa", "fer", "ga", "gi", "hal", "in", "ka", "kel",
        "la", "le", "lor", "ma", "mer", "mi", "na", "nel", "no", "or", "pa", "per", "po", "ra", "ren", "ri", "sa",
                "sel",
        "so", "ta", "ter", "ti", "tor", "ul", "va", "ven", "vi", "wa", "wer", "za"
    };

    private final List<String> words;
    private final Zipf frequency = new Zipf(SIZE, 1.0);

    Vocabulary(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < SIZE) {
            StringBuilder word = new StringBuilder();
            int syllables = made.size() < 200 ? 1 + random.nextInt(2) : 2 + random.nextInt(3);
            for (int i = 0; i < syllables; i++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            made.add(word.toString());
        }
        words = new ArrayList<>(made);
    }

    String sentence(RandomGenerator random, int least, int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(least, most + 1);
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " ").append(words.get(frequency.draw(random)));
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.append('.').toString();
    }

    String word(RandomGenerator random) {
        return words.get(frequency.draw(random));
    }
}
