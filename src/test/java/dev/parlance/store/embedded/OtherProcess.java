package dev.parlance.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/// A second JVM that uses a data directory until it is told to close, or killed.
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final String jdbcUrl;

    private OtherProcess(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader();
        this.jdbcUrl = String.valueOf(output.readLine());
    }

    static OtherProcess using(Path data) throws IOException {
        return new OtherProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            System.out.println(postgres.jdbcUrl());
            while (System.in.read() >= 0) {
                // until the other end closes
            }
        }
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
