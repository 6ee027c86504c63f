package dev.parlance.dialect.parlance;

import dev.parlance.http.Dialect;
import dev.parlance.http.Route;
import dev.parlance.tenant.Doors;
import java.util.List;
import java.util.stream.Stream;

/// Our own API.
public final class Parlance {
    private Parlance() {}

    public static Dialect dialect(Doors doors) {
        List<Route> routes = Stream.of(
                        ConversationCalls.routes(doors),
                        MessageCalls.routes(doors),
                        ActionCalls.routes(doors),
                        ResourceCalls.routes(doors),
                        ContactCalls.routes(doors),
                        TagCalls.routes(doors),
                        AttentionCalls.routes(doors),
                        PlaceCalls.routes(doors),
                        TransferCalls.routes(doors),
                        AuditCalls.routes(doors))
                .flatMap(List::stream)
                .toList();
        return new Dialect("parlance", "Parlance", "/v1/", false, routes, Problems::body);
    }
}
