package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Wording;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.intake.Counts;
import dev.parlance.intake.Ingest;
import dev.parlance.intake.record.DraftWriter;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Refusal;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Sort;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Conversations in and out as import records, one a line.
final class TransferCalls {
    private static final Set<String> NDJSON = Set.of("application/x-ndjson", "application/ndjson");
    private static final int LONGEST_SOURCE = 128;
    private static final Map<String, Boolean> RESULTS = new LinkedHashMap<>();

    static {
        RESULTS.put("all", true);
        RESULTS.put("rejected", false);
    }

    private final Archive archive;
    private final Desk desk;

    private TransferCalls(Doors doors) {
        this.archive = doors.archive();
        this.desk = doors.desk();
    }

    static List<Route> routes(Doors doors) {
        TransferCalls calls = new TransferCalls(doors);
        return List.of(
                Route.post("/v1/import", calls::take).streamingWhen(request -> true),
                Route.get("/v1/export", calls::give).streamingWhen(request -> true));
    }

    private Reply take(Request request) {
        Desk.checkImports(request.access());
        Parameters parameters = Accepted.parameters(request, "source", "results");
        String source = parameters.findText("source").orElse("import");
        boolean all = parameters.findOneOf("results", RESULTS).orElse(true);
        if (source.length() > LONGEST_SOURCE) {
            String accepted = "at most " + LONGEST_SOURCE + " characters long";
            parameters.mistakes().mustBe(Mistake.Place.QUERY, "source", "long", accepted, Mistake.quoted(source));
        }
        parameters.check();
        InputStream records = request.stream(NDJSON);
        return new Reply.Lines(200, Map.of(), lines -> take(request.access(), source, all, records, lines));
    }

    private long take(Access access, String source, boolean all, InputStream records, OutputStream lines)
            throws IOException {
        Ingest ingest = new Ingest(source, drafts -> desk.put(access, drafts), results -> tell(results, all, lines));
        String stopped = null;
        try {
            ingest.run(records);
        } catch (Refusal refusal) {
            if (ingest.counts().read() == 0) {
                throw refusal;
            }
            stopped = Wording.message(refusal.problem());
        }
        Counts counts = ingest.counts();
        String reason = stopped;
        line(lines, json -> {
            json.writeNumberProperty("read", counts.read());
            json.writeNumberProperty("created", counts.created());
            json.writeNumberProperty("updated", counts.updated());
            json.writeNumberProperty("unchanged", counts.unchanged());
            json.writeNumberProperty("rejected", counts.rejected());
            if (reason != null) {
                json.writeStringProperty("stopped", reason);
            }
        });
        return counts.read();
    }

    private static void tell(List<Ingest.Result> results, boolean all, OutputStream lines) {
        try {
            for (Ingest.Result result : results) {
                if (all || !result.mistakes().isEmpty()) {
                    line(lines, json -> write(json, result));
                }
            }
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonGenerator json, Ingest.Result result) {
        json.writeNumberProperty("line", result.line());
        json.writeStringProperty("outcome", result.outcome());
        if (result.number() != null) {
            json.writeNumberProperty("number", result.number());
        }
        if (!result.mistakes().isEmpty()) {
            Problems.errors(json, result.mistakes());
        }
    }

    private interface MemberWriter {
        void write(JsonGenerator json);
    }

    private static void line(OutputStream lines, MemberWriter members) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        }
        lines.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Reply give(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE);
        Parameters parameters = Accepted.parameters(request, Filters.NAMES);
        Filter filter = Filters.read(parameters);
        parameters.check();
        Query query =
                new Query(filter, Sort.oldestFirst(InstantField.CREATED), Page.first(Page.UNLIMITED), false, true);
        return new Reply.Lines(200, Map.of(), lines -> {
            LongAdder rows = new LongAdder();
            archive.stream(access, query, row -> {
                write(lines, DraftWriter.line(row));
                rows.increment();
            });
            return rows.sum();
        });
    }

    private static void write(OutputStream lines, String record) {
        try {
            lines.write((record + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
