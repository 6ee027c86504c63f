package dev.parlance.bench;

import java.nio.file.Path;
import java.util.List;

/// What `bench/run` was told.
///
/// @param sets where sets of real conversations lie
/// @param only part of the names of the questions to ask, "" for all
record Options(Path root, Path sets, int conversations, int rounds, int seconds, String only, boolean loadOnly) {
    private static final int ALL = 1_000_000;

    static Options of(List<String> words) {
        Path root = Path.of(value(words, "--root", ".")).toAbsolutePath().normalize();
        return new Options(
                root,
                root.resolve(value(words, "--sets", "../shared/data")).normalize(),
                Integer.parseInt(value(words, "--conversations", Integer.toString(ALL))),
                Integer.parseInt(value(words, "--rounds", "3")),
                Integer.parseInt(value(words, "--seconds", "2")),
                value(words, "--only", ""),
                words.contains("--load-only"));
    }

    /// Whether the results are the real ones, to be kept.
    boolean keeps() {
        return only.isEmpty() && conversations == ALL;
    }

    private static String value(List<String> words, String name, String usual) {
        int place = words.indexOf(name);
        return place < 0 || place + 1 >= words.size() ? usual : words.get(place + 1);
    }
}
