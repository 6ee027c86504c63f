package dev.parlance.command;

import dev.parlance.store.DatabaseAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the data is: the same options for every command. An option wins over the environment.
public final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory of the embedded database (PARLANCE_DATA; default: ./data).")
    private @Nullable Path data;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "Another PostgreSQL, 15 to 18, instead of the embedded one (PARLANCE_DATABASE_URL).")
    private @Nullable String databaseUrl;

    /// Where the data is.
    public sealed interface Place {
        record Embedded(Path directory) implements Place {}

        record Elsewhere(DatabaseAddress address) implements Place {}
    }

    /// The place that the options and the environment name, `fallback` when they name none.
    public Place place(Map<String, String> environment, Path fallback, Complaints complaints) {
        String url = databaseUrl != null ? databaseUrl : given(environment, "PARLANCE_DATABASE_URL");
        if (databaseUrl == null && data != null) {
            url = null;
        }
        String name = databaseUrl == null ? "PARLANCE_DATABASE_URL" : "--database-url";
        return url == null ? embedded(environment, fallback, complaints) : elsewhere(url, name, complaints);
    }

    private Place embedded(Map<String, String> environment, Path fallback, Complaints complaints) {
        String fromEnvironment = given(environment, "PARLANCE_DATA");
        Path directory = Optional.ofNullable(data)
                .orElseGet(() -> fromEnvironment == null ? fallback : Path.of(fromEnvironment));
        if (directory.toFile().exists() && !directory.toFile().isDirectory()) {
            complaints.add("--data: " + directory + " is not a directory");
        }
        return new Place.Embedded(directory.toAbsolutePath().normalize());
    }

    private static Place elsewhere(String url, String name, Complaints complaints) {
        try {
            return new Place.Elsewhere(DatabaseAddress.parse(url));
        } catch (IllegalArgumentException e) {
            complaints.add(name + ": " + e.getMessage());
            return new Place.Elsewhere(new DatabaseAddress("", null, null));
        }
    }

    private static @Nullable String given(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
