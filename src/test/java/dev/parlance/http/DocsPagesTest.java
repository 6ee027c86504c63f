package dev.parlance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsPagesTest {
    private static final List<String> PAGES = List.of("index.html", "page.html");
    private static final List<String> ASSETS = List.of(
            "assets/docs.css",
            "assets/docs.js",
            "assets/element.js",
            "assets/example.js",
            "assets/icon.svg",
            "assets/operation.js",
            "assets/prose.js",
            "assets/schema.js");
    private static final Pattern LINKED_ASSET = Pattern.compile("\"/docs/(assets/[^\"]+)\"");
    private static final Pattern IMPORTED = Pattern.compile("from '\\./([^']+)'");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(https?:)?//(?!www\\.w3\\.org/2000/svg\")[\\w.-]+\\.\\w+");

    /// What `default-src 'self'` forbids.
    @ParameterizedTest
    @ValueSource(strings = {"index.html", "page.html"})
    void noPageHasScriptOrStyleInItself(String page) {
        assertThat(text(page))
                .doesNotContain("<style", "style=", "javascript:")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("\\son\\w+=");
    }

    @Test
    void nothingComesFromElsewhere() {
        assertThat(Stream.concat(PAGES.stream(), ASSETS.stream()))
                .allSatisfy(name -> assertThat(text(name)).doesNotContainPattern(ELSEWHERE));
    }

    @Test
    void everyAssetIsThereAndUsed() {
        Stream<String> linked = PAGES.stream().flatMap(page -> found(LINKED_ASSET, page));
        Stream<String> imported = ASSETS.stream()
                .filter(asset -> asset.endsWith(".js"))
                .flatMap(asset -> found(IMPORTED, asset))
                .map(name -> "assets/" + name);
        assertThat(Stream.concat(linked, imported).distinct()).containsExactlyInAnyOrderElementsOf(ASSETS);
    }

    @Test
    void theIndexNamesEveryDialect() {
        assertThat(Stream.of("opencx", "parrotmob", "anyreach", "ohallo", "parlance"))
                .allSatisfy(dialect -> assertThat(text("index.html"))
                        .contains("\"/docs/" + dialect + "\"", "\"/openapi/" + dialect + ".yaml\""));
    }

    private static Stream<String> found(Pattern pattern, String name) {
        return pattern.matcher(text(name)).results().map((MatchResult match) -> match.group(1));
    }

    private static String text(String name) {
        try (InputStream file = DocsPagesTest.class.getResourceAsStream("docs/" + name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
