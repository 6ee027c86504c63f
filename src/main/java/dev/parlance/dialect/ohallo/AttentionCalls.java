package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Deed;
import dev.parlance.query.AttentionItems;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;

/// Attention items: `/api/attention-items`.
final class AttentionCalls {
    private final Doors doors;

    AttentionCalls(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/attention-items", this::list),
                Route.post("/api/attention-items/{id}/resolve", this::resolve));
    }

    private Reply list(Request request) {
        Access access = request.access();
        Everything<AttentionItem> all = (last, limit) -> doors.premises()
                .attention(
                        access,
                        AttentionItems.Wanted.EVERYTHING,
                        last == null ? null : AttentionItems.After.of(last),
                        limit);
        return all.reply((json, item) -> AttentionJson.write(json, access, item));
    }

    private Reply resolve(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_WRITE);
        AttentionItem item = doors.premises().getAttention(access, Ids.of(request.pathValue("id"), "Attention item"));
        doors.desk()
                .act(
                        access,
                        item.conversation(),
                        List.of(new Deed.SettleAttention(item.id())),
                        Receipts.stamp(request, "resolve"));
        return Acknowledged.reply();
    }
}
