package dev.parlance.dialect.parrotmob;

import dev.parlance.http.Dialect;
import dev.parlance.http.Route;
import dev.parlance.tenant.Doors;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// The Parrot Mob API v2.
public final class ParrotMob {
    private ParrotMob() {}

    /// The dialect, answering through the doors.
    public static Dialect dialect(Doors doors) {
        Route list = Route.get(Accounts.PATH + "conversations", new ConversationList(doors.archive()))
                .streamingWhen(ListingReader::wantsAll);
        List<Route> others = new ConversationCalls(doors, Clock.systemUTC()).routes();
        List<Route> routes = Stream.concat(Stream.of(list), others.stream()).toList();
        return new Dialect("parrotmob", "Parrot Mob", "/api/v2/", true, routes, Problems::body);
    }
}
