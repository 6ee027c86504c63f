package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.TenantId;
import dev.parlance.index.IndexedConversations;
import dev.parlance.journal.Change;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Oracle;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.RandomQueries;
import dev.parlance.query.Row;
import dev.parlance.query.Sort;
import dev.parlance.store.PostgresChronicle;
import dev.parlance.store.PostgresFeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Five hundred conversations at once, by independent clients of all four vendors, on two servers over one database.
class DayTest {
    private static final int CONVERSATIONS = 500;
    private static final int AT_ONCE = 48;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void everyDialectTheOracleAndTheJournalAgreeAfterABusyDay() throws Exception {
        try (Site site = Site.in(folder)) {
            site.tenant("day");
            Caller first = site.token("day");
            try (Parlance second = site.serve()) {
                List<Caller> servers = List.of(first, first.at(second.address()));
                List<Day.Told> told = live(servers);
                assertThat(first.total()).isEqualTo(CONVERSATIONS + 1);
                servers.forEach(server -> checkDialects(server, told));
                checkMessages(servers, told);
            }
            checkStore(site);
        }
    }

    private static List<Day.Told> live(List<Caller> servers) throws Exception {
        Caller first = servers.getFirst();
        Caller.good(first.post("/chat/sessions", "{\"channel\": {\"type\": \"web\"}}"));
        JsonNode seed = first.body("/api/conversations").at("/conversations/0");
        Day day = new Day(
                servers,
                seed.get("workspaceId").stringValue(),
                seed.get("channelId").stringValue());
        Semaphore places = new Semaphore(AT_ONCE);
        List<Day.Told> told = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Day.Told>> all = IntStream.range(0, CONVERSATIONS)
                    .mapToObj(turn -> clients.submit(() -> {
                        places.acquire();
                        try {
                            return live(day, turn);
                        } finally {
                            places.release();
                        }
                    }))
                    .toList();
            for (Future<Day.Told> each : all) {
                told.add(each.get());
            }
        }
        return told;
    }

    private static Day.Told live(Day day, int turn) {
        return switch (turn % 4) {
            case 0 -> day.openCx(turn);
            case 1 -> day.parrotMob(turn);
            case 2 -> day.anyreach(turn);
            default -> day.oHallo(turn);
        };
    }

    /// Each vendor says what its client left, and all four say the same in their words.
    private static void checkDialects(Caller server, List<Day.Told> told) {
        List<Map<String, String>> words = List.of(
                openCx(server),
                statuses(
                        server.body("/api/v2/accounts/me/conversations?limit=0").get("data")),
                statuses(server.body("/core/conversations?limit=1000")),
                statuses(server.body("/api/conversations?limit=1000").get("conversations")));
        for (Day.Told each : told) {
            List<String> said = words.stream()
                    .map(vendor -> String.valueOf(vendor.get(each.id())))
                    .toList();
            assertThat(said.get(each.vendor() - 1)).as("%s %s", each, said).isEqualTo(each.status());
            assertThat(VendorsTest.STATES)
                    .as("%s", each)
                    .anyMatch(state -> state.subList(1, 5).equals(said));
        }
    }

    private static Map<String, String> openCx(Caller server) {
        Map<String, String> statuses = new HashMap<>();
        String cursor = "";
        while (true) {
            JsonNode page = server.body("/chat/sessions" + cursor);
            statuses.putAll(statuses(page.get("items")));
            if (page.get("next").isNull()) {
                return statuses;
            }
            cursor = "?cursor=" + Caller.encoded(page.get("next").stringValue());
        }
    }

    private static Map<String, String> statuses(JsonNode list) {
        Map<String, String> statuses = new HashMap<>();
        list.forEach(each ->
                statuses.put(each.get("id").stringValue(), each.get("status").stringValue()));
        return statuses;
    }

    private static void checkMessages(List<Caller> servers, List<Day.Told> told) {
        for (int i = 0; i < told.size(); i++) {
            Day.Told each = told.get(i);
            JsonNode messages = servers.get(i % servers.size()).body("/api/conversations/" + each.id() + "/messages");
            assertThat(messages.size()).as("%s %s", each, messages).isEqualTo(each.messages());
        }
    }

    private static void checkStore(Site site) {
        try (var house = site.house()) {
            TenantId tenant = house.tenant("day").id();
            List<Row> rows = new ArrayList<>();
            Query all = Query.of(Filter.EVERYTHING, Sort.oldestFirst(InstantField.CREATED), Page.first(Page.UNLIMITED))
                    .withTranscripts();
            house.conversations().stream(tenant, all, rows::add);
            checkJournal(new PostgresChronicle(house.database()).after(tenant, 0, 1_000_000), rows);
            try (IndexedConversations index = new IndexedConversations(
                    house.conversations(), house.conversations(), new PostgresFeed(house.database()))) {
                index.load(tenant);
                Oracle oracle = new Oracle().with(tenant, rows);
                RandomQueries queries = new RandomQueries(9, rows);
                for (int i = 0; i < 150; i++) {
                    Query query = queries.next();
                    assertThat(index.answer(tenant, query)).as("%s", query).isEqualTo(oracle.answer(tenant, query));
                }
            }
        }
    }

    /// Without gaps, every message in it once, and the last state the one that is.
    private static void checkJournal(List<Change> journal, List<Row> rows) {
        Map<Long, Integer> messages = new HashMap<>();
        Map<Long, String> states = new HashMap<>();
        for (int i = 0; i < journal.size(); i++) {
            Change change = journal.get(i);
            assertThat(change.seq()).isEqualTo(i + 1L);
            if (change.kind() == Change.Kind.MESSAGE_ADDED) {
                messages.merge(change.number(), 1, Integer::sum);
            }
            if (change.kind() == Change.Kind.STATE_CHANGED && change.detail() != null) {
                states.put(change.number(), change.detail().tree().get("to").stringValue());
            }
        }
        for (Row row : rows) {
            long number = row.conversation().number();
            assertThat(row.messages()).hasSize(messages.getOrDefault(number, 0));
            String state = row.conversation().state().word();
            assertThat(states.getOrDefault(number, state)).isEqualTo(state);
        }
    }
}
