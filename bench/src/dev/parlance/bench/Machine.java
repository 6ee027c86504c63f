package dev.parlance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What it was measured on.
record Machine(String described) {
    static Machine here(Path root, String postgres) throws IOException, InterruptedException {
        String model = first("/proc/cpuinfo", "model name");
        long memory = Long.parseLong(first("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) >> 20;
        String commit = new Tool(List.of("git", "-C", root.toString(), "describe", "--always", "--dirty"), Map.of())
                .output()
                .strip();
        return new Machine("%d x %s, %d GiB, Linux %s; Java %s; PostgreSQL %s; commit %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        memory,
                        System.getProperty("os.version"),
                        Runtime.version(),
                        postgres,
                        commit));
    }

    private static String first(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
