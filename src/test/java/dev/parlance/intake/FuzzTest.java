package dev.parlance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.intake.format.Entries;
import dev.parlance.intake.format.Entry;
import dev.parlance.intake.format.Formats;
import dev.parlance.intake.record.DraftReader;
import dev.parlance.intake.record.DraftReading;
import dev.parlance.intake.record.Json;
import dev.parlance.intake.record.Origin;
import dev.parlance.intake.record.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whatever is given, a record ends as a draft or as mistakes, and every entry of a file is one of the two.
final class FuzzTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("a.ndjson", "a.json", "a.csv", "a.ndjson.gz", "stdin");
    private static final DraftReader READER = new DraftReader(new Origin("s", Path.of("/")));

    private final Random random = new Random(20260131);
    private final Samples samples = new Samples(20260131);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aMutatedRecordIsADraftOrItsMistakes() {
        int bad = 0;
        for (int i = 0; i < 8000; i++) {
            ObjectNode record = samples.record();
            for (int times = random.nextInt(1, 4); times > 0; times--) {
                mutate(record);
            }
            if (READER.read(record) instanceof DraftReading.Bad mistakes) {
                bad++;
                assertThat(mistakes.mistakes()).isNotEmpty().allSatisfy(mistake -> {
                    assertThat(mistake.field()).doesNotContain("\n");
                    assertThat(mistake.message()).doesNotContain("\n").hasSizeLessThan(400);
                });
            }
        }
        assertThat(bad).isBetween(2000, 7999);
    }

    @Test
    void aMutatedFileIsReadToItsEnd() throws IOException {
        long values = 0;
        for (int i = 0; i < 3000; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            values += judged(name, damaged(file(name))).stream()
                    .filter(Judged.Drafted.class::isInstance)
                    .count();
        }
        assertThat(values).isGreaterThan(2000);
    }

    @Test
    void theCountsAddUp() throws IOException {
        for (int i = 0; i < 60; i++) {
            String name = NAMES.get(random.nextInt(4));
            Path file = Files.write(folder.resolve(i + name), damaged(file(name)));
            Store store = new Store();
            try (Rejections rejections = new Rejections(folder.resolve("report" + i))) {
                Importer importer = new Importer(store::put, rejections, Progress.silent());
                Importer.Ending ending = importer.run(List.of(file.toString()), null, InputStream.nullInputStream());
                long expected = ending.opened() == 0
                        ? 1
                        : judged(name, Files.readAllBytes(file)).size();
                assertThat(ending.counts().read()).isEqualTo(expected);
                assertThat(store.drafts())
                        .hasSize((int) (expected - ending.counts().rejected()));
            }
        }
    }

    private static List<Judged> judged(String name, byte[] bytes) throws IOException {
        List<Entry> found = new ArrayList<>();
        try (Entries entries = Formats.open(new ByteArrayInputStream(bytes), name)) {
            for (Entry entry = entries.next(); entry != null; entry = entries.next()) {
                assertThat(entry.line()).isPositive();
                found.add(entry);
            }
        } catch (IOException e) {
            return List.of();
        }
        return new Judge(new SourceFile(name), null).judge(found, 1);
    }

    private byte[] file(String name) throws IOException {
        StringBuilder text = new StringBuilder(name.equals("a.json") ? "[" : "");
        if (name.equals("a.csv")) {
            text.append("source_id,channel,subject\n1,web,\"a\nb\"\n2,sms,c\n");
        } else {
            for (int i = 0; i < 4; i++) {
                text.append(samples.record()).append(name.equals("a.json") && i < 3 ? ",\n" : "\n");
            }
            text.append(name.equals("a.json") ? "]" : "");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return name.endsWith(".gz") ? gzip(bytes) : bytes;
    }

    private byte[] damaged(byte[] bytes) {
        byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        for (int times = random.nextInt(4); times > 0 && damaged.length > 0; times--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private void mutate(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextBoolean()
                    && object.get(name).isContainer()
                    && !object.get(name).isEmpty()) {
                mutate(object.get(name));
            } else if (random.nextInt(8) == 0) {
                object.set("x\n" + random.nextInt(), object.remove(name));
            } else {
                object.set(name, strange());
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            if (random.nextBoolean() && array.get(at).isContainer()) {
                mutate(array.get(at));
            } else {
                array.set(at, strange());
            }
        }
    }

    private JsonNode strange() {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(new BigInteger(8000, random));
            case 3 -> Json.find("1e" + random.nextInt(1_000_000)).orElseThrow();
            case 4 -> NODES.booleanNode(random.nextBoolean());
            case 5 -> NODES.stringNode("a\0b");
            case 6 -> NODES.stringNode("x".repeat(random.nextInt(2000)) + (char) random.nextInt(65536));
            case 7 -> nested(random.nextInt(1, 400));
            case 8 -> NODES.arrayNode().add(samples.record());
            case 9 -> samples.record();
            case 10 -> NODES.stringNode("2026-13-" + random.nextInt(99));
            default -> NODES.numberNode(random.nextDouble());
        };
    }

    private static JsonNode nested(int depth) {
        ArrayNode root = NODES.arrayNode();
        ArrayNode inner = root;
        for (int i = 0; i < depth; i++) {
            inner = inner.addArray();
        }
        return root;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
