package dev.parlance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Durable messages, one a request, at 64 connections; and beside it the same by hand: one statement that inserts a
/// message and updates its conversation, without journal, words, index or HTTP. Both pick among many conversations, of
/// two tenants of the archive that no question goes to.
///
/// @param others the part of the machine that other programs used
record Sending(Rate server, Rate sql, double serverMicros, double postgresMicros, double sqlMicros, double others) {
    private static final int CONNECTIONS = 64;
    private static final int MOST_CONVERSATIONS = 20_000;
    private static final int SENT_TO = 1;
    private static final int WRITTEN_TO = 2;
    private static final double RATIO = 2;
    private static final double PROMPT_MILLIS = 30;
    private static final String BODY = """
            {"sender":"contact","message":{"type":"text","text":"Could you please look again, the parcel has not come yet."}}""";
    private static final String BY_HAND = """
            \\set number random(greatest(1, %1$d - 100000), %1$d)
            with told as (
              update conversation set messages = messages + 1, last_message_at = now(), activity_at = now(),
                updated_at = now()
              where tenant_id = %2$d and number = :number returning messages)
            insert into message (tenant_id, number, position, id, author, at, text)
            select %2$d, :number, messages - 1, gen_random_uuid(), 0, now(),
              'Could you please look again, the parcel has not come yet.' from told;
            """;

    static Sending measure(Serving serving, Path work, int rounds, int seconds) throws Exception {
        List<Ask> asks = asks(serving);
        List<String> byHand = List.of(byHand(serving));
        Rate.ofServer(work, serving, asks, CONNECTIONS, seconds);
        List<Round> served = new ArrayList<>();
        List<Round> written = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            served.add(round(serving, () -> Rate.ofServer(work, serving, asks, CONNECTIONS, seconds)));
            written.add(round(serving, () -> Rate.ofPostgres(work, serving, byHand, CONNECTIONS, seconds)));
        }
        Round server = middle(served);
        Round sql = middle(written);
        return new Sending(
                server.rate(),
                sql.rate(),
                micros(server.used().server(), server.rate()),
                micros(server.used().postgres(), server.rate()),
                micros(sql.used().postgres(), sql.rate()),
                Math.max(server.others(), sql.others()));
    }

    /// To conversations that have not ended.
    private static List<Ask> asks(Serving serving) throws Exception {
        return serving
                .plain()
                .list("select id from conversation where tenant_id = " + tenant(serving, SENT_TO)
                        + " and completed_at is null order by activity_at desc limit " + MOST_CONVERSATIONS)
                .stream()
                .map(id -> Ask.post("/chat/sessions/" + id + "/send", BODY))
                .toList();
    }

    private static String byHand(Serving serving) throws Exception {
        long tenant = tenant(serving, WRITTEN_TO);
        long last =
                Long.parseLong(serving.plain().one("select max(number) from conversation where tenant_id = " + tenant));
        return String.format(Locale.ROOT, BY_HAND, last, tenant);
    }

    private static long tenant(Serving serving, int place) throws Exception {
        return Long.parseLong(serving.plain().one("select id from tenant where name = '" + World.tenant(place) + "'"));
    }

    /// The name of the tenant that messages are sent to.
    static String tenant() {
        return World.tenant(SENT_TO);
    }

    private record Round(Rate rate, Cpu used, double others) {}

    private interface Asking {
        Rate ask() throws Exception;
    }

    private static Round round(Serving serving, Asking asking) throws Exception {
        Cpu before = serving.cpu();
        long began = System.nanoTime();
        Rate rate = asking.ask();
        double elapsed = (System.nanoTime() - began) / 1e9;
        Cpu used = serving.cpu().minus(before);
        return new Round(
                rate, used, used.foreign() / elapsed / Runtime.getRuntime().availableProcessors());
    }

    private static Round middle(List<Round> rounds) {
        List<Round> sorted = new ArrayList<>(rounds);
        sorted.sort(Comparator.comparingDouble(round -> -round.rate().aSecond()));
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static double micros(double seconds, Rate rate) {
        return seconds * 1e6 / rate.requests();
    }

    double ratio() {
        return server.aSecond() / sql.aSecond();
    }

    /// One line for the summary.
    String described() {
        boolean holds = server.errors() == 0 && ratio() >= RATIO && server.ninetyNinth() < PROMPT_MILLIS;
        return String.format(
                Locale.ROOT,
                "* Durable messages at 64 connections: %,.0f a second (median %.1f ms, p99 %.1f ms, %d errors; %,.0f us of the server, %,.0f us of PostgreSQL each); by hand, one statement each: %,.0f a second (%,.0f us of PostgreSQL); ratio %.2f, others %.0f %%: %s.",
                server.aSecond(),
                server.median(),
                server.ninetyNinth(),
                server.errors(),
                serverMicros,
                postgresMicros,
                sql.aSecond(),
                sqlMicros,
                ratio(),
                others * 100,
                holds ? "holds" : "MISSED");
    }
}
