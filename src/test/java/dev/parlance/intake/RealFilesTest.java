package dev.parlance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.ResourceType;
import dev.parlance.intake.mapping.Mapping;
import dev.parlance.intake.record.Json;
import dev.parlance.journal.Draft;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Real conversations, where a copy of the data sets is at hand (`-Dparlance.trial.data=FOLDER`): every count is that
/// of the
/// data set's own description.
final class RealFilesTest {
    private static final Path DATA = Path.of(System.getProperty("parlance.trial.data", "../shared/data"));
    private static final String RESOURCES = "src/test/resources/dev/parlance/intake/";

    private final Store store = new Store();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void onlyWithTheData() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the data sets are not here");
    }

    /// 16,079 messages, less 400 system prompts and the 3,937 results of tools, which belong to their calls. All 3,937
    /// calls
    /// arrive, also the 1,189 whose arguments are no JSON. 39 conversations of two runs are empty.
    @Test
    void toolCallsOfTauBenchAllArrive() throws IOException {
        Counts counts = run("openai-chat", files("tau_bench", "gpt-4o-airline.json.gz", "retail_fork/.*\\.gz"));
        assertThat(counts).isEqualTo(new Counts(600, 0, 0, 0));
        assertThat(store.messages()).isEqualTo(16_079 - 400 - 3_937);
        assertThat(store.uses()).isEqualTo(3_937);
        assertThat(store.drafts().stream()
                        .flatMap(draft -> draft.messages().stream())
                        .flatMap(message -> message.uses().stream())
                        .filter(use -> use.arguments() != null
                                && use.arguments().text().startsWith("\"")))
                .hasSize(1_189);
        assertThat(store.drafts().stream().filter(draft -> draft.messages().isEmpty()))
                .hasSize(39);
    }

    @Test
    void schemaGuidedDialoguesAllArrive() throws IOException {
        Counts counts = run(RESOURCES + "sgd.jsonata", files("sgd", "(train|dev|test)/dialogues.*"));
        assertThat(counts).isEqualTo(new Counts(17_193, 0, 0, 0));
        assertThat(store.messages()).isEqualTo(312_250);
        assertThat(store.uses()).isEqualTo(47_648);
    }

    @Test
    void callsInOneTextAreSplitBySpeaker() throws IOException {
        Counts counts = run(
                RESOURCES + "ms_contact_center.jsonata", files("ms_contact_center", "sample_processed_data.json.gz"));
        assertThat(counts).isEqualTo(new Counts(188, 0, 0, 0));
        assertThat(store.messages()).isEqualTo(6_528);
        assertThat(store.drafts())
                .noneMatch(draft ->
                        draft.messages().stream().anyMatch(m -> m.text().contains("**")));
    }

    /// The replies that the labels hold are added to the 32,125 turns of the logs.
    @Test
    void knowledgeOfDstc11IsUsed() throws IOException {
        Path joined = folder.resolve("dstc11.ndjson");
        JsonNode logs = unpacked("dstc11_track5/val_logs.json.gz");
        JsonNode labels = unpacked("dstc11_track5/val_labels.json.gz");
        try (var lines = Files.newBufferedWriter(joined)) {
            for (int i = 0; i < logs.size(); i++) {
                ObjectNode line = JsonNodeFactory.instance.objectNode().put("id", Integer.toString(i));
                line.set("log", logs.get(i));
                line.set("label", labels.get(i));
                lines.write(line + "\n");
            }
        }
        assertThat(run(RESOURCES + "dstc11.jsonata", List.of(joined.toString())))
                .isEqualTo(new Counts(4_173, 0, 0, 0));
        assertThat(store.messages()).isEqualTo(32_125 + 2_129);
        assertThat(store.uses()).isEqualTo(8_669);
        assertThat(store.drafts().stream().filter(RealFilesTest::usesKnowledge)).hasSize(2_129);
    }

    @Test
    void dialoguesInManyLanguagesAllArrive() throws IOException {
        Counts woz = run(RESOURCES + "woz2.jsonata", files("multilingual/woz2_en_de_it", "woz_.*"));
        assertThat(woz).isEqualTo(new Counts(3_600, 0, 0, 0));
        assertThat(store.messages()).isEqualTo(3 * 8_824);
        Counts risawoz = run(RESOURCES + "xrisawoz.jsonata", files("multilingual/xrisawoz_fewshot", ".*_fewshot.*"));
        assertThat(risawoz).isEqualTo(new Counts(600, 0, 0, 0));
        assertThat(store.messages()).isEqualTo(3 * 8_824 + 7_908);
    }

    @Test
    void chineseDialoguesAllArrive() throws IOException {
        Path joined = folder.resolve("crosswoz.ndjson");
        try (var lines = Files.newBufferedWriter(joined)) {
            for (String name : List.of("val", "test")) {
                for (Map.Entry<String, JsonNode> dialogue :
                        zipped("multilingual/crosswoz_zh/" + name + ".json.zip").properties()) {
                    ObjectNode line = JsonNodeFactory.instance.objectNode().put("id", name + "-" + dialogue.getKey());
                    line.set("dialogue", dialogue.getValue());
                    lines.write(line + "\n");
                }
            }
        }
        assertThat(run(RESOURCES + "crosswoz.jsonata", List.of(joined.toString())))
                .isEqualTo(new Counts(1_000, 0, 0, 0));
        assertThat(store.messages()).isEqualTo(8_458 + 8_476);
    }

    @Test
    void intercomsOwnExamplesAreRead() throws IOException {
        Counts counts = run("intercom", files("exports/intercom_go_fixtures", "conversations?.json"));
        assertThat(counts.rejected()).isZero();
        assertThat(store.drafts())
                .allSatisfy(draft -> assertThat(draft.messages()).hasSize(2));
    }

    private static boolean usesKnowledge(Draft draft) {
        return draft.messages().stream()
                .flatMap(message -> message.uses().stream())
                .anyMatch(use -> use.type() == ResourceType.KNOWLEDGE);
    }

    private Counts run(String mapping, List<String> files) throws IOException {
        try (Rejections rejections = new Rejections(folder.resolve("report"))) {
            Importer importer = new Importer(store::put, rejections, Progress.silent());
            Importer.Ending ending = importer.run(files, Mapping.get(mapping), InputStream.nullInputStream());
            assertThat(ending.failure()).isNull();
            return ending.counts();
        }
    }

    private static List<String> files(String set, String... patterns) throws IOException {
        Path root = DATA.resolve(set);
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .filter(file ->
                            Stream.of(patterns).anyMatch(root.relativize(file).toString()::matches))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode unpacked(String file) throws IOException {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(DATA.resolve(file)))) {
            return Json.STREAM.readTree(stream);
        }
    }

    private static JsonNode zipped(String file) throws IOException {
        try (ZipInputStream zip =
                new ZipInputStream(new BufferedInputStream(Files.newInputStream(DATA.resolve(file))))) {
            zip.getNextEntry();
            return Json.STREAM.readTree(zip);
        }
    }
}
