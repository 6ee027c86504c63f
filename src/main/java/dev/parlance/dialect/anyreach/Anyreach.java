package dev.parlance.dialect.anyreach;

import dev.parlance.http.Dialect;
import dev.parlance.http.Route;
import dev.parlance.tenant.Doors;
import java.util.List;

/// The Anyreach core API.
public final class Anyreach {
    static final String CONVERSATIONS = "/core/conversations";

    private Anyreach() {}

    /// The dialect, answering through the doors.
    public static Dialect dialect(Doors doors) {
        List<Route> routes = List.of(Route.get(CONVERSATIONS, new ConversationList(doors)));
        return new Dialect("anyreach", "Anyreach", "/core/", false, routes, Problems::body);
    }
}
