package dev.parlance.dialect.parrotmob;

import dev.parlance.http.Dialect;
import dev.parlance.http.Route;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Doors;
import java.util.List;

/// The Parrot Mob API v2.
public final class ParrotMob {
    private ParrotMob() {}

    /// The dialect, answering through the doors.
    public static Dialect dialect(Doors doors) {
        Archive archive = doors.archive();
        Route list = Route.get("/api/v2/accounts/{account_id}/conversations", new ConversationList(archive))
                .streamingWhen(ListingReader::wantsAll);
        return new Dialect("parrotmob", "Parrot Mob", "/api/v2/", true, List.of(list), Problems::body);
    }
}
