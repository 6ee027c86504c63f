package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The system's processes, as `/proc` shows them.
final class Processes {
    private Processes() {}

    /// Asserts that soon no server and no postmaster works on the data directory.
    static void assertNoneUses(Path data) {
        Waiting.until(Duration.ofSeconds(30), () -> using(data).isEmpty());
        assertThat(using(data)).isEmpty();
    }

    /// The process number of the database.
    static long postmaster(Path data) {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void signal(String name, long pid) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(code).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> using(Path data) {
        return ProcessHandle.allProcesses()
                .map(Processes::commandLine)
                .filter(words -> words.contains(data.toString()))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }
}
