package dev.parlance.command;

import dev.parlance.clock.Agenda;
import dev.parlance.clock.Errand;
import dev.parlance.clock.PassingTime;
import dev.parlance.http.Dialect;
import dev.parlance.http.HttpServer;
import dev.parlance.index.IndexedConversations;
import dev.parlance.journal.Writer;
import dev.parlance.responder.Answering;
import dev.parlance.responder.Responders;
import dev.parlance.responder.TenantModel;
import dev.parlance.store.Errands;
import dev.parlance.store.PostgresAgenda;
import dev.parlance.store.PostgresConversations;
import dev.parlance.store.PostgresDoors;
import dev.parlance.store.PostgresFeed;
import dev.parlance.store.PostgresKnowledge;
import dev.parlance.store.PostgresResponders;
import dev.parlance.store.TokenSignals;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.FileLinks;
import dev.parlance.tenant.Tokens;
import dev.parlance.understanding.Understanding;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// The running server on a house: the index, the one door, the dialects, HTTP.
public final class Server implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final IndexedConversations index;
    private final TokenSignals signals;
    private final HttpServer http;
    private final Errands errands;

    /// Starts answering on the settings' port.
    public Server(
            House house, HttpServer.Settings settings, FileLinks.Terms links, List<Function<Doors, Dialect>> dialects) {
        this.index = new IndexedConversations(
                house.conversations(), house.conversations(), new PostgresFeed(house.database()));
        house.followers().add(index::committed);
        this.signals = TokenSignals.listen(house.address(), new Hearing(house.tokens()));
        Doors doors = PostgresDoors.of(house.database(), index, house.writer(), links);
        this.http = new HttpServer(
                settings,
                new HttpServer.Ground(house.tokens(), doors.files(), house.database()::findTrouble),
                dialects.stream().map(dialect -> dialect.apply(doors)).toList(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        http.start();
        if (http.port() < 0) {
            throw new CannotDo("Nothing can listen on " + settings.host() + " port " + settings.port() + ".");
        }
        this.errands = Errands.start(house.database(), lanes(house));
    }

    private static List<Errands.Lane> lanes(House house) {
        PostgresConversations shelf = house.conversations();
        Writer writer = house.writer();
        Agenda agenda = new PostgresAgenda(house.database());
        Responders responders = new PostgresResponders(house.database());
        Clock clock = Clock.systemUTC();
        Errand time = new PassingTime(shelf, writer, clock);
        Errand answering = new Answering(new Answering.Ground(
                shelf, writer, agenda, responders, new PostgresKnowledge(house.database()), System::getenv, clock));
        Errand understanding =
                new Understanding(shelf, writer, agenda, new TenantModel(responders, System::getenv), clock);
        return List.of(
                new Errands.Lane(time, 64, LOOK),
                new Errands.Lane(answering, 64, LOOK),
                new Errands.Lane(understanding, 2, Duration.ofSeconds(1)));
    }

    public int port() {
        return http.port();
    }

    /// Lets the requests in flight finish, then ends.
    @Override
    public void close() {
        http.close();
        errands.close();
        signals.close();
        index.close();
    }

    private record Hearing(Tokens tokens) implements TokenSignals.Listener {
        @Override
        public void changed() {
            tokens.forget();
        }

        @Override
        public void hearing(boolean heard) {
            tokens.hearing(heard);
        }
    }
}
