package dev.parlance.dialect.anyreach;

import dev.parlance.http.Dialect;
import dev.parlance.http.Route;
import dev.parlance.tenant.Archive;
import java.util.List;

/// The Anyreach core API.
public final class Anyreach {
    static final String CONVERSATIONS = "/core/conversations";

    private Anyreach() {}

    /// The dialect, answering from the archive.
    public static Dialect dialect(Archive archive) {
        List<Route> routes = List.of(Route.get(CONVERSATIONS, new ConversationList(archive)));
        return new Dialect("anyreach", "Anyreach", "/core/", false, routes, Problems::body);
    }
}
