package dev.parlance.intake.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One JSONata expression, evaluated over each input record. Beside JSONata's own functions it may call those of
/// [Functions], and read `$folder`, `$file`, `$line` and `$position`. May be used by several threads at once.
public final class Mapping {
    /// The bundled mappings.
    public static final List<String> BUNDLED = List.of("openai-chat", "opencx", "anyreach", "ohallo", "intercom");

    private static final int DEEPEST = 1000;

    private final String name;
    private final Jsonata expression;

    private Mapping(String name, String source) {
        this.name = name;
        this.expression = compile(source);
    }

    /// The bundled mapping of that name, or the expression in the file.
    ///
    /// @throws IllegalArgumentException saying what was expected, when there is no such mapping or it is no JSONata
    public static Mapping get(String nameOrFile) {
        return BUNDLED.contains(nameOrFile)
                ? new Mapping(nameOrFile, bundled(nameOrFile))
                : new Mapping(bareName(nameOrFile), file(nameOrFile));
    }

    /// The `source` of records that the mapping gives none.
    public String name() {
        return name;
    }

    /// The import records of one input record: one, several or none.
    public List<JsonNode> apply(JsonNode input, Place place) throws MappingFailure {
        Jsonata.Frame bindings = expression.createFrame();
        bindings.bind("folder", (Object) place.folder());
        bindings.bind("file", (Object) place.file());
        bindings.bind("line", (Object) place.line());
        bindings.bind("position", (Object) place.position());
        new Bounds(DEEPEST).bind(bindings);
        try {
            return records(expression.evaluate(Trees.plain(input), bindings));
        } catch (StackOverflowError e) {
            throw new MappingFailure("the mapping recurses too deeply");
        } catch (RuntimeException e) {
            throw new MappingFailure(Reasons.of(e));
        }
    }

    private static List<JsonNode> records(@Nullable Object result) throws MappingFailure {
        if (result == null) {
            return List.of();
        }
        if (!(result instanceof List<?> several)) {
            return List.of(Trees.tree(result));
        }
        List<JsonNode> records = new ArrayList<>(several.size());
        for (Object one : several) {
            records.add(Trees.tree(one));
        }
        return records;
    }

    /// On a thread of its own: the thread that compiles would otherwise evaluate on the shared instance, whose state
    /// every evaluation changes.
    private static Jsonata compile(String source) {
        Executor own = task -> Thread.ofPlatform().name("intake-mapping").start(task);
        try {
            return CompletableFuture.supplyAsync(() -> quiet(source), own).join();
        } catch (CompletionException e) {
            String reason = e.getCause() instanceof JException wrong ? Reasons.of(wrong) : "it cannot be read";
            throw new IllegalArgumentException("The mapping is not JSONata: " + reason, e);
        }
    }

    private static Jsonata quiet(String source) {
        Jsonata expression = Jsonata.jsonata(source);
        expression.setValidateInput(false);
        Functions.register(expression);
        return expression;
    }

    private static String bundled(String name) {
        try (InputStream resource = Mapping.class.getResourceAsStream(name + ".jsonata")) {
            if (resource == null) {
                throw new IllegalStateException("the mapping " + name + " is not bundled");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the mapping " + name + " cannot be read", e);
        }
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "No mapping " + path + ": expected a file, or one of " + String.join(", ", BUNDLED), e);
        }
    }

    private static String bareName(String path) {
        String file = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        return file.endsWith(".jsonata") ? file.substring(0, file.length() - ".jsonata".length()) : file;
    }
}
