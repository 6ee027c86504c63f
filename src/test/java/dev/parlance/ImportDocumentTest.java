package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.intake.format.Entries;
import dev.parlance.intake.format.Entry;
import dev.parlance.intake.format.Formats;
import dev.parlance.intake.mapping.Mapping;
import dev.parlance.intake.mapping.MappingFailure;
import dev.parlance.intake.mapping.Place;
import dev.parlance.intake.record.DraftReader;
import dev.parlance.intake.record.DraftReading;
import dev.parlance.intake.record.FlatRecord;
import dev.parlance.intake.record.Json;
import dev.parlance.intake.record.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What `docs/import.md` and the readme say of import records is so.
class ImportDocumentTest {
    private static final Markdown DOCUMENT = Markdown.of("docs/import.md");
    private static final DraftReader READER =
            new DraftReader(new Origin("docs", Path.of("").toAbsolutePath()));
    private static final Pattern MEMBERS = Pattern.compile("(?m)^\\| (`[a-z_.\\[\\]]+`(?:, `[a-z_.\\[\\]]+`)*) \\|");
    private static final Set<String> ANY_JSON =
            Set.of("custom_data", "non_verified_custom_data", "arguments", "result");
    private static final Path SAMPLE =
            Path.of("src", "main", "resources", "dev", "parlance", "sample", "conversations.ndjson");

    static List<String> examples() {
        return Stream.of(DOCUMENT, Markdown.of("README.md"))
                .flatMap(document -> document.blocks("json").stream())
                .toList();
    }

    static Set<String> members() {
        Set<String> members = new TreeSet<>();
        String record = DOCUMENT.text().substring(0, DOCUMENT.text().indexOf("## Importing again"));
        MEMBERS.matcher(record)
                .results()
                .forEach(row -> members.addAll(
                        Arrays.asList(row.group(1).replace("`", "").split(", "))));
        return members;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsRead(String example) {
        assertThat(READER.read(Json.find(example).orElseThrow())).isInstanceOf(DraftReading.Good.class);
    }

    @ParameterizedTest
    @MethodSource("members")
    void aMemberOfTheTablesIsKnown(String member) {
        DraftReading reading = READER.read(nested(List.of(member.split("\\."))));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        DraftReading.Bad.class,
                        bad -> assertThat(bad.mistakes())
                                .noneMatch(mistake -> mistake.message().contains("unknown member")));
    }

    @Test
    void theMembersOfTheSampleAreInTheTables() throws IOException {
        Set<String> used = new TreeSet<>();
        Files.readAllLines(SAMPLE).forEach(line -> collect("", Json.find(line).orElseThrow(), used));
        assertThat(used).hasSizeGreaterThan(40);
        assertThat(members()).containsAll(used);
    }

    @Test
    void theCsvExampleIsRead() throws IOException {
        String csv = DOCUMENT.blocks("csv").getFirst();
        try (Entries rows =
                Formats.open(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "example.csv")) {
            assertThat(rows.next())
                    .isInstanceOfSatisfying(
                            Entry.Row.class,
                            row -> assertThat(READER.read(FlatRecord.nest(row.cells())))
                                    .isInstanceOf(DraftReading.Good.class));
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void theMappingExampleMapsARecord(@TempDir Path folder) throws IOException, MappingFailure {
        Path file = Files.writeString(
                folder.resolve("tickets.jsonata"), DOCUMENT.blocks("jsonata").getFirst());
        JsonNode ticket = Json.find("""
                {"ticket": 7, "title": "Late", "opened": 1774340100, "from": "mara@example.com",
                 "replies": [{"by": "customer", "html": "<p>Where is it?</p>", "sent": 1774340100}]}""").orElseThrow();
        List<JsonNode> records = Mapping.get(file.toString()).apply(ticket, new Place("exports", "tickets", 1, 1));
        assertThat(records)
                .hasSize(1)
                .allSatisfy(record -> assertThat(READER.read(record)).isInstanceOf(DraftReading.Good.class));
    }

    /// A record without anything but the member, which is null.
    private static ObjectNode nested(List<String> path) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        String name = path.getFirst();
        if (path.size() == 1) {
            object.putNull(name);
        } else if (name.endsWith("[]")) {
            object.putArray(name.replace("[]", "")).add(nested(path.subList(1, path.size())));
        } else {
            object.set(name, nested(path.subList(1, path.size())));
        }
        return object;
    }

    private static void collect(String path, JsonNode node, Set<String> members) {
        if (node.isArray()) {
            node.values().stream().filter(JsonNode::isObject).forEach(each -> collect(path + "[]", each, members));
        } else if (node.isObject()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            node.properties().forEach(member -> {
                members.add(prefix + member.getKey());
                if (!ANY_JSON.contains(member.getKey())) {
                    collect(prefix + member.getKey(), member.getValue(), members);
                }
            });
        }
    }
}
