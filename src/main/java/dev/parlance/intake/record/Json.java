package dev.parlance.intake.record;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as imports read it: numbers exact, a member given twice refused, texts up to the limit of a record.
public final class Json {
    /// The most characters of one record.
    public static final int LONGEST = 64 * 1024 * 1024;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxStringLength(LONGEST)
            .maxNumberLength(100_000)
            .build();

    /// Reads trees that follow one another.
    public static final JsonMapper STREAM = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// Reads one tree and nothing after it.
    public static final JsonMapper WHOLE = STREAM.rebuild()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /// The tree of a text that is JSON.
    public static Optional<JsonNode> find(String text) {
        try {
            return Optional.of(WHOLE.readTree(text)).filter(tree -> !tree.isMissingNode());
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
