package dev.parlance.http;

import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.problem.Refusal;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Reads JSON strictly and tells where it is wrong without quoting it; writes JSON plainly.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static JsonGenerator generator(OutputStream target) {
        return MAPPER.createGenerator(target);
    }

    /// The value, a missing node when there is nothing but white space.
    ///
    /// @throws Refusal Invalid with the position
    static JsonNode read(byte[] bytes) {
        String text = text(bytes);
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (text.contains("\\u") && !isStorable(tree)) {
                throw invalid("The body holds U+0000 or half a surrogate pair in a text.");
            }
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JacksonException e) {
            throw invalid(reason(e) + position(e.getLocation()));
        } catch (NumberFormatException e) {
            throw invalid("The body holds a number with too large an exponent.");
        }
    }

    private static String reason(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "The body is nested too deeply or holds a number or name that is too long";
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return "The body is not JSON: it ends too early";
        }
        if (e instanceof MismatchedInputException) {
            return "The body is not JSON: something follows the value";
        }
        boolean repeated =
                e.getOriginalMessage() != null && e.getOriginalMessage().startsWith("Duplicate");
        return repeated ? "The body names a member of an object twice" : "The body is not JSON";
    }

    private static String position(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? "." : position(at.getLineNr(), at.getColumnNr());
    }

    private static String position(int line, int column) {
        return " (line " + line + ", column " + Math.max(column, 1) + ").";
    }

    private static Refusal invalid(String message) {
        return Problem.invalid(new Mistake(Mistake.Place.BODY, "body", "json", message));
    }

    private static String text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        chars.flip();
        if (result.isError()) {
            throw invalid("The body is not UTF-8" + positionAfter(chars));
        }
        boolean marked = chars.hasRemaining() && chars.get(0) == '\uFEFF';
        return marked ? chars.subSequence(1, chars.length()).toString() : chars.toString();
    }

    private static String positionAfter(CharSequence text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return position(line, column);
    }

    private static boolean isStorable(JsonNode tree) {
        if (tree.isString()) {
            return isStorable(tree.stringValue());
        }
        for (String name : tree.propertyNames()) {
            if (!isStorable(name)) {
                return false;
            }
        }
        return tree.values().stream().allMatch(Json::isStorable);
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }
}
