package dev.parlance.dialect.anyreach;

import dev.parlance.http.Dialect;
import dev.parlance.http.Route;
import dev.parlance.tenant.Doors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The Anyreach core API.
public final class Anyreach {
    static final String CONVERSATIONS = "/core/conversations";

    /// As long as clients usually wait.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Anyreach() {}

    /// The dialect, answering through the doors.
    public static Dialect dialect(Doors doors) {
        return dialect(doors, PATIENCE);
    }

    /// The same with another patience for answers.
    static Dialect dialect(Doors doors, Duration patience) {
        List<Route> routes = new ArrayList<>(new ConversationCalls(doors, patience).routes());
        routes.addAll(new AgentCalls(doors).routes());
        routes.addAll(new VersionCalls(doors.roster()).routes());
        return new Dialect("anyreach", "Anyreach", "/core/", false, routes, Problems::body);
    }
}
