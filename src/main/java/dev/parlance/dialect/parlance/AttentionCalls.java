package dev.parlance.dialect.parlance;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Deed;
import dev.parlance.query.AttentionItems;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Premises;
import java.util.List;
import java.util.UUID;

/// What people must look at.
final class AttentionCalls {
    private static final String ALL = "/v1/attention";
    private static final String ONE = ALL + "/{item_id}";
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1000;

    private final Premises premises;
    private final Desk desk;

    private AttentionCalls(Doors doors) {
        this.premises = doors.premises();
        this.desk = doors.desk();
    }

    static List<Route> routes(Doors doors) {
        AttentionCalls calls = new AttentionCalls(doors);
        return List.of(
                Route.get(ALL, calls::list), Route.get(ONE, calls::get), Route.post(ONE + "/settle", calls::settle));
    }

    private Reply list(Request request) {
        Parameters parameters = Accepted.parameters(request, "workspace", "conversation", "open", "cursor", "limit");
        AttentionItems.Wanted wanted = new AttentionItems.Wanted(
                parameters.findText("workspace").map(Ids::workspace).orElse(null),
                parameters
                        .findText("conversation")
                        .map(text -> StableId.of("conversation", text))
                        .orElse(null),
                parameters.findBoolean("open").orElse(null));
        int limit = (int) parameters.integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        AttentionItems.After after = Bookmark.find(
                        parameters,
                        request,
                        2,
                        parts ->
                                new AttentionItems.After(Bookmark.instant(parts.get(0)), UUID.fromString(parts.get(1))))
                .orElse(null);
        parameters.check();
        List<AttentionItem> found = premises.attention(request.access(), wanted, after, limit + 1);
        List<AttentionItem> page = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? Bookmark.text(
                        request,
                        Bookmark.micros(page.getLast().raised()),
                        page.getLast().id())
                : null;
        return Listed.reply(page, next, (json, item) -> AttentionJson.write(json, request.access(), item));
    }

    private Reply get(Request request) {
        AttentionItem item = premises.getAttention(request.access(), id(request));
        return Reply.ok(List.of(item), json -> AttentionJson.write(json, request.access(), item));
    }

    private Reply settle(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_WRITE);
        UUID id = id(request);
        AttentionItem item = premises.getAttention(access, id);
        Action.read(request.json(), members -> List.of());
        desk.act(
                access,
                item.conversation(),
                Version.unchangedSince(request),
                List.of(new Deed.SettleAttention(id)),
                Receipts.stamp(request, "settle"));
        AttentionItem settled = premises.getAttention(access, id);
        return Reply.ok(List.of(settled), json -> AttentionJson.write(json, access, settled));
    }

    private static UUID id(Request request) {
        return Ids.of(request, "item_id", "Attention item");
    }
}
