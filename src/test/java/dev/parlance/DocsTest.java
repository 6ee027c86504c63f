package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the documents say of commands, routes, settings and sources is so.
class DocsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "parlance");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(--[a-z][a-z-]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\b((?:PARLANCE|MVNW)_[A-Z_]+)");
    private static final Pattern ROUTE = Pattern.compile("`((?:GET|POST|PUT|PATCH|DELETE) /[^`\\s]*)`");
    private static final Pattern SOURCE = Pattern.compile("`([a-z]+(?:/[a-z]+)*/[A-Z][a-z][A-Za-z]+)`");
    private static final Pattern HOUSE = Pattern.compile("(?m)^\\| `([a-z]+)` \\| ([^|]*) \\|[^|]*\\|$");
    private static final Pattern HOUSE_TEST = Pattern.compile("(?m)^ +([a-z]+) +\\|(.*)$");

    static List<Markdown> documents() {
        return Markdown.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Markdown document) {
        assertThat(document.links().stream().filter(link -> !link.startsWith("https://")))
                .allSatisfy(link -> {
                    String[] parts = link.split("#", 2);
                    Path target = parts[0].isEmpty()
                            ? document.path()
                            : document.path().resolveSibling(parts[0]);
                    assertThat(target).as(link).isRegularFile();
                    if (parts.length > 1) {
                        assertThat(Markdown.of(target.toString()).anchors()).contains(parts[1]);
                    }
                });
    }

    @Test
    void theDocumentsNameTheOptionsThereAre() {
        Set<String> there = options(Main.commandLine());
        assertThat(Markdown.all()).allSatisfy(document -> assertThat(there).containsAll(document.find(OPTION)));
        there.removeAll(Set.of("--help", "--version"));
        assertThat(Markdown.of("docs/operations.md").find(OPTION)).containsAll(there);
    }

    @Test
    void theCommandsInExamplesAreUnderstood() {
        List<String> commands = Markdown.all().stream()
                .flatMap(document -> document.blocks("sh").stream())
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./parlance "))
                .toList();
        assertThat(commands).hasSizeGreaterThan(5).allSatisfy(command -> {
            String alone = command.replaceFirst(" [|>] .*", "");
            Main.commandLine().parseArgs(words(alone.substring("./parlance ".length())));
        });
    }

    @Test
    void theDocumentsNameTheVariablesThereAre() throws IOException {
        Set<String> there = new TreeSet<>();
        for (Path file : variableReaders()) {
            VARIABLE.matcher(Files.readString(file)).results().forEach(match -> there.add(match.group(1)));
        }
        Set<String> named = Markdown.all().stream()
                .flatMap(document -> document.find(VARIABLE).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opencx", "parrotmob", "anyreach", "ohallo", "parlance"})
    void aDialectsPageNamesTheRoutesOfItsOpenApiFile(String dialect) {
        assertThat(new TreeSet<>(Markdown.of("docs/dialects/" + dialect + ".md").find(ROUTE)))
                .isEqualTo(routes(dialect));
    }

    @Test
    void theCurlsOfTheReadmeGoToRoutesThereAre() {
        List<String> curls = Markdown.of("README.md").blocks("sh").stream()
                .filter(block -> block.startsWith("curl "))
                .toList();
        List<String> patterns = Stream.of("opencx", "parrotmob", "anyreach", "ohallo", "parlance")
                .flatMap(dialect -> routes(dialect).stream())
                .map(route -> route.replaceAll("\\{[^}]+}", "[^/]+"))
                .toList();
        assertThat(curls).hasSize(6).allSatisfy(curl -> {
            assertThat(curl.lines()).hasSize(1);
            List<String> words = List.of(words(curl));
            assertThat(words).contains("Authorization: Bearer $TOKEN");
            String path = words.get(2)
                    .replaceFirst("^http://127\\.0\\.0\\.1:8080", "")
                    .replaceFirst("\\?.*", "");
            String method = words.contains("-d") ? "POST" : "GET";
            assertThat(patterns)
                    .anySatisfy(pattern -> assertThat(method + " " + path).matches(pattern));
        });
    }

    @Test
    void theArchitectureNamesSourcesThereAre() {
        assertThat(Markdown.all().stream().flatMap(document -> document.find(SOURCE).stream()))
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(Stream.of(SOURCES, Path.of("src", "test", "java", "dev", "parlance"))
                                .map(root -> root.resolve(name + ".java")))
                        .as(name)
                        .anyMatch(Files::isRegularFile));
    }

    @Test
    void theArchitectureDrawsTheHouseThatIsTested() throws IOException {
        Map<String, String> drawn = new TreeMap<>();
        HOUSE.matcher(Markdown.of("ARCHITECTURE.md").text())
                .results()
                .forEach(row -> drawn.put(row.group(1), row.group(2).replace("`", "")));
        String test = Files.readString(Path.of("src", "test", "java", "dev", "parlance", "HouseTest.java"));
        Map<String, String> tested = new TreeMap<>();
        HOUSE_TEST
                .matcher(test)
                .results()
                .forEach(row -> tested.put(
                        row.group(1),
                        row.group(2).isBlank() ? "nothing" : row.group(2).strip()));
        assertThat(tested).hasSizeGreaterThan(8);
        assertThat(drawn).containsAllEntriesOf(tested);
    }

    /// What reads variables: the sources and the scripts.
    private static List<Path> variableReaders() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            Stream<Path> scripts = Stream.of("parlance", "mvnw", "Makefile").map(Path::of);
            return Stream.concat(sources.filter(Files::isRegularFile), scripts).toList();
        }
    }

    private static Set<String> options(CommandLine line) {
        Set<String> names = new TreeSet<>();
        line.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        line.getSubcommands().values().forEach(inner -> names.addAll(options(inner)));
        names.removeIf(name -> !name.startsWith("--"));
        return names;
    }

    private static Set<String> routes(String dialect) {
        Set<String> routes = new TreeSet<>();
        try (InputStream file =
                DocsTest.class.getResourceAsStream("/dev/parlance/dialect/" + dialect + "/openapi.yaml")) {
            JsonNode paths = new YAMLMapper().readTree(file).path("paths");
            paths.properties()
                    .forEach(path -> path.getValue()
                            .propertyNames()
                            .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return routes;
    }

    /// The words of a shell's command, without their quotes.
    private static String[] words(String command) {
        return Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)")
                .matcher(command)
                .results()
                .map(word -> word.group().replaceAll("^(['\"])(.*)\\1$", "$2"))
                .toArray(String[]::new);
    }
}
