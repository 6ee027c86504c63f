package dev.parlance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How fast something was answered at 8 connections: requests and the seconds they took, and milliseconds of latency.
record Rate(long requests, double seconds, double median, double ninetyNinth, long bytes, long errors) {
    private static final int CONNECTIONS = 8;
    private static final Pattern MEASURED = Pattern.compile("MEASURED (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final Pattern PROCESSED = Pattern.compile("transactions actually processed: (\\d+)");
    private static final Pattern TPS = Pattern.compile("tps = ([\\d.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([\\d.]+)");

    double aSecond() {
        return requests / seconds;
    }

    /// By wrk, over HTTP, at 8 connections.
    static Rate ofServer(Path work, Serving serving, Question question, int seconds)
            throws IOException, InterruptedException {
        List<Ask> asks = question.variants().stream().map(Question.Variant::ask).toList();
        return ofServer(work, serving, asks, CONNECTIONS, seconds);
    }

    /// By wrk, over HTTP.
    static Rate ofServer(Path work, Serving serving, List<Ask> asks, int connections, int seconds)
            throws IOException, InterruptedException {
        Path requests = work.resolve("requests.tsv");
        Files.write(requests, asks.stream().map(Ask::line).toList());
        String output = new Tool(
                        List.of(
                                "wrk",
                                "-t1",
                                "-c" + connections,
                                "-d" + seconds + "s",
                                "--timeout",
                                "60s",
                                "-s",
                                serving.root().resolve("bench/requests.lua").toString(),
                                serving.address()),
                        Map.of("PARLANCE_BENCH_REQUESTS", requests.toString(), "PARLANCE_BENCH_TOKEN", serving.token()))
                .output();
        Matcher measured = found(MEASURED, output);
        return new Rate(
                whole(measured, 1),
                whole(measured, 2) / 1e6,
                whole(measured, 3) / 1e3,
                whole(measured, 4) / 1e3,
                whole(measured, 5),
                whole(measured, 6));
    }

    /// By pgbench at 8 connections, which tells the average where wrk tells the median.
    static Rate ofPostgres(Path work, Serving serving, Question question, int seconds)
            throws IOException, InterruptedException {
        List<String> scripts = question.variants().stream()
                .map(variant -> String.join(";\n", variant.statements()) + ";\n")
                .toList();
        return ofPostgres(work, serving, scripts, CONNECTIONS, seconds);
    }

    /// By pgbench.
    static Rate ofPostgres(Path work, Serving serving, List<String> scripts, int connections, int seconds)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(connections),
                "-j",
                "1",
                "-T",
                Integer.toString(seconds),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(serving.postgresPort()),
                "-U",
                serving.plain().user()));
        for (int i = 0; i < scripts.size(); i++) {
            Path script = work.resolve("question-" + i + ".sql");
            Files.writeString(script, scripts.get(i));
            words.add("-f");
            words.add(script.toString());
        }
        words.add("parlance");
        String output = new Tool(
                        words, Map.of("PGPASSWORD", serving.plain().password(), "PGOPTIONS", "-c search_path=parlance"))
                .output();
        long processed = whole(found(PROCESSED, output), 1);
        long failed = whole(found(FAILED, output), 1);
        if (processed == 0) {
            return new Rate(0, seconds, Double.NaN, Double.NaN, 0, failed);
        }
        double average = Double.parseDouble(found(LATENCY, output).group(1));
        double tps = Double.parseDouble(found(TPS, output).group(1));
        return new Rate(processed, processed / tps, average, average, 0, failed);
    }

    private static Matcher found(Pattern pattern, String output) throws IOException {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IOException("no measure in:\n" + output);
        }
        return matcher;
    }

    private static long whole(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }
}
