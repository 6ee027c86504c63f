package dev.parlance.dialect.anyreach;

import dev.parlance.http.Dialect;
import dev.parlance.http.Route;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Doors;
import java.util.List;

/// The Anyreach core API.
public final class Anyreach {
    static final String CONVERSATIONS = "/core/conversations";

    private Anyreach() {}

    /// The dialect, answering through the doors.
    public static Dialect dialect(Doors doors) {
        Archive archive = doors.archive();
        List<Route> routes = List.of(Route.get(CONVERSATIONS, new ConversationList(archive)));
        return new Dialect("anyreach", "Anyreach", "/core/", false, routes, Problems::body);
    }
}
