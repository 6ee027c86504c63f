package dev.parlance.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/// Which language a text is in. The model is loaded when first needed.
final class Languages {
    private static final String MODEL = "/langdetect-183.bin";
    private static final int LEAST = 20;
    private static final int MOST = 2_000;

    /// What one character of a script without spaces between words counts.
    private static final int IDEOGRAPH = 4;

    private Languages() {}

    /// Loaded once.
    private static final class Detector {
        static final LanguageDetectorME ME = new LanguageDetectorME(model());
        static final Map<String, String> SHORT = Arrays.stream(Locale.getISOLanguages())
                .collect(Collectors.toMap(
                        word -> Locale.of(word).getISO3Language(), Function.identity(), (one, other) -> one));

        private static LanguageDetectorModel model() {
            try (InputStream file = Objects.requireNonNull(Languages.class.getResourceAsStream(MODEL))) {
                return new LanguageDetectorModel(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The language as two letters, or three where there are no two; empty when the text is too short to tell.
    static Optional<String> find(String text) {
        String head = text.substring(0, Math.min(text.length(), MOST));
        if (letters(head) < LEAST) {
            return Optional.empty();
        }
        String found;
        synchronized (Detector.ME) {
            found = Detector.ME.predictLanguage(head).getLang();
        }
        return Optional.of(found.equals("cmn") ? "zh" : Detector.SHORT.getOrDefault(found, found));
    }

    private static int letters(String text) {
        return text.codePoints()
                .map(point -> !Character.isLetter(point) ? 0 : Character.isIdeographic(point) ? IDEOGRAPH : 1)
                .sum();
    }
}
