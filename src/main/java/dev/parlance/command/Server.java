package dev.parlance.command;

import dev.parlance.http.Dialect;
import dev.parlance.http.HttpServer;
import dev.parlance.index.IndexedConversations;
import dev.parlance.store.PostgresDoors;
import dev.parlance.store.PostgresFeed;
import dev.parlance.store.TokenSignals;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Tokens;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.Function;

/// The running server on a house: the index, the one door, the dialects, HTTP.
public final class Server implements AutoCloseable {
    private final IndexedConversations index;
    private final TokenSignals signals;
    private final HttpServer http;

    /// Starts answering on the settings' port.
    public Server(House house, HttpServer.Settings settings, List<Function<Doors, Dialect>> dialects) {
        this.index = new IndexedConversations(
                house.conversations(), house.conversations(), new PostgresFeed(house.database()));
        house.followers().add(index::committed);
        this.signals = TokenSignals.listen(house.address(), new Hearing(house.tokens()));
        Doors doors = PostgresDoors.of(house.database(), index, house.writer());
        this.http = new HttpServer(
                settings,
                new HttpServer.Ground(house.tokens(), doors.files(), house.database()::findTrouble),
                dialects.stream().map(dialect -> dialect.apply(doors)).toList(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        http.start();
        if (http.port() < 0) {
            throw new CannotDo("Nothing can listen on " + settings.host() + " port " + settings.port() + ".");
        }
    }

    public int port() {
        return http.port();
    }

    /// Lets the requests in flight finish, then ends.
    @Override
    public void close() {
        http.close();
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
