package dev.parlance.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TenantId;
import dev.parlance.intake.record.DraftReader;
import dev.parlance.intake.record.DraftReading;
import dev.parlance.intake.record.FilterReader;
import dev.parlance.intake.record.Json;
import dev.parlance.intake.record.Origin;
import dev.parlance.journal.Circumstances;
import dev.parlance.journal.Command;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Settled;
import dev.parlance.journal.Settlement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The truth table of `docs/query.md`: conversations, filters, and whether they hold. Whoever answers questions is
/// asked
/// all of
/// it by [#isAnsweredBy].
public record TruthTable(List<Case> cases) {
    private static final Path DOCUMENT = Path.of("docs", "query.md");
    private static final Pattern ROW = Pattern.compile("\\| `(\\{.*})` \\| `(\\{.*})` \\| (yes|no) \\|");
    private static final DraftReader READER = new DraftReader(new Origin("truth-table", null));
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    public TruthTable {
        cases = List.copyOf(cases);
    }

    /// A row of the table; `line` is where it stands, and also the conversation's number.
    public record Case(int line, Draft draft, Filter filter, boolean holds) {
        @Override
        public String toString() {
            return DOCUMENT + ":" + line;
        }
    }

    public static TruthTable read() {
        List<Case> cases = new ArrayList<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher row = ROW.matcher(lines.get(i));
            if (row.matches()) {
                Filter filter = FilterReader.read(row.group(2));
                cases.add(new Case(
                        i + 1, draft(i + 1, row.group(1)), filter, row.group(3).equals("yes")));
            }
        }
        return new TruthTable(cases);
    }

    /// How many rows the document's tables have, read in the plainest way.
    static long rowsOfTheDocument() {
        return lines().stream()
                .filter(line -> line.endsWith("| yes |") || line.endsWith("| no |"))
                .count();
    }

    /// The commands that store the table's conversations.
    public List<Command.Put> puts() {
        return cases.stream().map(each -> new Command.Put(each.draft())).toList();
    }

    /// The table's conversations as they are once stored.
    public List<Row> rows() {
        return cases.stream().map(TruthTable::row).toList();
    }

    /// Asks every row of the table.
    public void isAnsweredBy(Conversations conversations, TenantId tenant) {
        assertThat(cases).allSatisfy(each -> {
            Query query = Query.of(each.filter(), Sort.oldestFirst(InstantField.CREATED), Page.first(Page.UNLIMITED));
            boolean found = conversations.answer(tenant, query).rows().stream()
                    .anyMatch(row -> row.conversation().number() == each.line());
            assertThat(found).as("%s", each).isEqualTo(each.holds());
        });
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Draft draft(int line, String record) {
        ObjectNode whole = (ObjectNode) Json.find("""
                        {"source_id": "%1$d", "ticket_number": %1$d, "channel": "web", "created_at": "%2$s"}
                        """.formatted(line, CREATED)).orElseThrow();
        JsonNode own = Json.find(record).orElseThrow();
        own.properties().forEach(member -> whole.set(member.getKey(), member.getValue()));
        return switch (READER.read(whole)) {
            case DraftReading.Good good -> good.draft();
            case DraftReading.Bad bad -> throw new AssertionError(DOCUMENT + ":" + line + ": " + bad.mistakes());
        };
    }

    private static Row row(Case each) {
        Draft draft = each.draft();
        Circumstances met =
                new Circumstances(null, contact(draft.contact()), team(draft.team()), false, each.line(), CREATED);
        Settled settled = Settlement.settle(draft, met);
        return new Row(settled.conversation(), settled.messages());
    }

    private static @Nullable Contact contact(Draft.@Nullable ContactDraft given) {
        return given == null
                ? null
                : new Contact(
                        StableId.of("contact", Objects.toString(given.email())),
                        given.externalId(),
                        given.name(),
                        given.email(),
                        given.phone(),
                        given.customData(),
                        given.company() == null ? null : new Named(StableId.company(given.company()), given.company()),
                        new Contact.NonVerified(
                                given.nonVerifiedName(), given.nonVerifiedEmail(), given.nonVerifiedCustomData()));
    }

    private static @Nullable Team team(Draft.@Nullable TeamDraft given) {
        return given == null
                ? null
                : new Team(StableId.derived("team", given.name()), given.name(), given.description());
    }
}
