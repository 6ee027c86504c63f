package dev.parlance.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A server that `./parlance serve` runs over a data directory, and the way in.
///
/// @param startSeconds from the command to the line that says it listens
record Serving(
        Path root, Path directory, Process process, String address, String token, Plain plain, double startSeconds)
        implements AutoCloseable {
    private static final String LISTENING = "Parlance is listening on ";

    /// Starts the server and makes an unlimited token for the tenant.
    static Serving start(Path root, Path directory, String tenant) throws IOException, InterruptedException {
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(
                        root.resolve("parlance").toString(), "serve", "--port", "0", "--data", directory.toString())
                .redirectError(directory.resolve("serve.err").toFile());
        Process process = builder.start();
        String address = address(process, directory);
        double seconds = (System.nanoTime() - began) / 1e9;
        String token = command(
                        root, "token", "create", "--tenant", tenant, "--rate", "0", "--data", directory.toString())
                .lines()
                .toList()
                .getLast();
        return new Serving(root, directory, process, address, token, plain(directory), seconds);
    }

    private static String address(Process process, Path directory) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the server ended:\n" + Files.readString(directory.resolve("serve.err")));
        }
        drain(output);
        return line.substring(LISTENING.length()).strip();
    }

    private static void drain(BufferedReader output) {
        Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
    }

    static String command(Path root, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(root.resolve("parlance").toString()));
        all.addAll(List.of(words));
        return new Tool(all, Map.of()).output();
    }

    private static Plain plain(Path directory) throws IOException {
        Path home = home(directory);
        String password = Files.readString(home.resolve("postgres.password")).strip();
        return new Plain(
                "jdbc:postgresql://127.0.0.1:" + postmaster(home).get(3).strip() + "/parlance", "parlance", password);
    }

    /// Where the database lies, when PostgreSQL's account could not enter the directory.
    private static Path home(Path directory) throws IOException {
        Path elsewhere = directory.resolve("postgres.location");
        return Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : directory;
    }

    private static List<String> postmaster(Path home) throws IOException {
        return Files.readAllLines(home.resolve("postgres/postmaster.pid"));
    }

    int postgresPort() throws IOException {
        return Integer.parseInt(postmaster(home(directory)).get(3).strip());
    }

    Cpu cpu() throws IOException {
        return Cpu.now(
                process.pid(),
                Long.parseLong(postmaster(home(directory)).getFirst().strip()));
    }

    /// The same server, entered with a token of another tenant.
    Serving as(String tenant) throws IOException, InterruptedException {
        String other = command(
                        root, "token", "create", "--tenant", tenant, "--rate", "0", "--data", directory.toString())
                .lines()
                .toList()
                .getLast();
        return new Serving(root, directory, process, address, other, plain, startSeconds);
    }

    /// Resident memory of the server in MiB.
    long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
