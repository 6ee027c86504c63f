package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Deed;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.UUID;

/// `POST /v1/conversations/{conversation_id}/VERB` for every action.
final class ActionCalls {
    private final Desk desk;
    private final Changed changed;

    private ActionCalls(Doors doors) {
        this.desk = doors.desk();
        this.changed = new Changed(doors.files());
    }

    static List<Route> routes(Doors doors) {
        ActionCalls calls = new ActionCalls(doors);
        return Action.ALL.stream()
                .map(action -> Route.post(
                        "/v1/conversations/{conversation_id}/" + action.verb(), request -> calls.act(request, action)))
                .toList();
    }

    private Reply act(Request request, Action action) {
        Access access = request.access();
        UUID id = Ids.conversation(request);
        access.require(Permission.CONVERSATIONS_WRITE);
        List<Deed> deeds = action.deeds(request.json());
        return changed.answer(
                request,
                desk.act(access, id, Version.unchangedSince(request), deeds, Receipts.stamp(request, action.verb())));
    }
}
