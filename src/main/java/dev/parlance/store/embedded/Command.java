package dev.parlance.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A program and its arguments, run in a directory that the database's account can enter.
record Command(List<String> words, Path directory) {
    Command {
        words = List.copyOf(words);
    }

    /// Runs to the end and answers what was printed; a failure carries that text.
    String run(String input) throws IOException {
        Process process = prepare().redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = readAll(process.getInputStream());
        int status = process.onExit().join().exitValue();
        if (status != 0) {
            throw new EmbeddedPostgresException(
                    "%s ended with status %d:%n%s".formatted(String.join(" ", words), status, output.strip()));
        }
        return output;
    }

    boolean succeeds() throws IOException {
        Process process = prepare()
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().join().exitValue() == 0;
    }

    /// Starts a process that outlives this JVM: it holds none of our pipes.
    Process launch(Path log) throws IOException {
        return prepare()
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private ProcessBuilder prepare() {
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    private static String readAll(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
