package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// One process of Parlance, as `./parlance` starts it, though from the classes of the test run.
final class Parlance implements AutoCloseable {
    static final String LISTENING = "Parlance is listening on ";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Thread> readers;

    private Parlance(Process process) {
        this.process = process;
        this.readers = List.of(reading(process.inputReader(), out), reading(process.errorReader(), err));
    }

    /// Starts a command and lets it run.
    static Parlance start(Path workingDirectory, List<String> arguments) {
        // A shell may have started the test run with Ctrl-C ignored, which a child would inherit.
        List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Xshare:auto"));
        words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        words.add("dev.parlance.Main");
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words).directory(workingDirectory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLANCE_"));
        try {
            return new Parlance(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts a server, or whatever says that it listens, and waits until it does.
    static Parlance listening(Path workingDirectory, List<String> arguments) {
        Parlance parlance = start(workingDirectory, arguments);
        try {
            parlance.await(() -> parlance.out().contains(LISTENING));
            return parlance;
        } catch (AssertionError e) {
            parlance.process.destroyForcibly();
            throw e;
        }
    }

    /// Gives a command some of its standard input and leaves it open for more.
    void feed(String input) {
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives a command its standard input and waits for its end.
    Ended ended(String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading all of it.
        }
        return ended();
    }

    Ended ended() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the command ends; printed: %s%n%s", out, err)
                    .isTrue();
            for (Thread reader : readers) {
                reader.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Ended(process.exitValue(), out.toString(), err.toString());
    }

    void await(BooleanSupplier condition) {
        assertThat(Waiting.until(PATIENCE, () -> condition.getAsBoolean() || !process.isAlive()))
                .isTrue();
        assertThat(condition.getAsBoolean()).as("printed: %s%n%s", out, err).isTrue();
    }

    /// Where it listens, such as `http://127.0.0.1:41234`.
    String address() {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith(LISTENING))
                .findFirst()
                .orElseThrow()
                .substring(LISTENING.length());
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    void signal(String name) {
        Processes.signal(name, process.pid());
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Stops it as an operator would.
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            ended();
        }
    }

    /// A data directory that root's PostgreSQL, which runs under another account, may enter.
    static Path dataIn(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder.resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread reading(BufferedReader reader, Writer into) {
        return Thread.ofVirtual().start(() -> {
            try (reader) {
                for (int next = reader.read(); next >= 0; next = reader.read()) {
                    into.write(next);
                }
            } catch (IOException e) {
                // It was killed.
            }
        });
    }
}
