package dev.parlance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The speed of `./parlance import` on the real conversations of the set sgd, from the command to its end, beside a
/// server
/// on the same data. Only the part `train`: the parts repeat each other's ids.
record Importing(long messages, double seconds) {
    private static final String TENANT = "sgd";

    static Importing run(Path root, Path set, Path directory) throws Exception {
        delete(directory);
        Files.createDirectories(directory);
        Serving.command(root, "tenant", "create", TENANT, "--data", directory.toString());
        try (Serving serving = Serving.start(root, directory, TENANT)) {
            List<String> words =
                    new ArrayList<>(List.of(root.resolve("parlance").toString(), "import"));
            words.addAll(files(set));
            words.addAll(
                    List.of("--tenant", TENANT, "--map", mapping(root).toString(), "--data", directory.toString()));
            long began = System.nanoTime();
            String output = new Tool(words, Map.of()).output();
            double seconds = (System.nanoTime() - began) / 1e9;
            output.lines().reduce((first, last) -> last).ifPresent(line -> System.out.println("  " + line));
            return new Importing(Long.parseLong(serving.plain().one("select count(*) from message")), seconds);
        } finally {
            delete(directory);
        }
    }

    static Path mapping(Path root) {
        return root.resolve("src/test/resources/dev/parlance/intake/sgd.jsonata");
    }

    double aSecond() {
        return messages / seconds;
    }

    private static List<String> files(Path set) throws IOException {
        try (Stream<Path> files = Files.walk(set)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("/train/dialogues_"))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
