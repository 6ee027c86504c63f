package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Named;
import dev.parlance.dialect.Members;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.problem.Problem;
import dev.parlance.query.Answer;
import dev.parlance.query.AttentionItems;
import dev.parlance.query.Row;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Reading conversations: the list, one whole, its messages.
final class ConversationCalls {
    private static final int MOST_ITEMS = 1000;

    private final Doors doors;

    ConversationCalls(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/conversations", this::list),
                Route.get("/api/conversations/{id}", this::get),
                Route.get("/api/conversations/{id}/messages", this::messages));
    }

    private Reply list(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_READ);
        ListRequest asked = ListRequest.read(request);
        checkReach(access.workspace(), asked.workspace());
        Answer answer = doors.archive().ask(access, asked.query());
        return Reply.ok(answer.rows(), json -> write(json, access, answer));
    }

    /// To a token of one workspace the others do not exist.
    private static void checkReach(@Nullable Named own, @Nullable String asked) {
        if (own != null && asked != null && !own.id().toString().equalsIgnoreCase(asked)) {
            throw new Problem.NotFound("Workspace").refusal();
        }
    }

    private static void write(JsonGenerator json, Access access, Answer answer) {
        json.writeStartObject();
        json.writeArrayPropertyStart("conversations");
        answer.rows().forEach(row -> ConversationJson.write(json, access, row.conversation()));
        json.writeEndArray();
        json.writeNumberProperty("total", answer.total().orElseThrow());
        json.writeEndObject();
    }

    private Reply messages(Request request) {
        Access access = request.access();
        access.require(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE);
        Row row = doors.archive().get(access, id(request), true);
        return Reply.ok(row.messages(), json -> MessageJson.array(json, row));
    }

    private Reply get(Request request) {
        Access access = request.access();
        Row row = doors.archive().get(access, id(request), true);
        Conversation conversation = row.conversation();
        Party party = party(access, conversation);
        var own = new AttentionItems.Wanted(null, conversation.id(), null);
        List<AttentionItem> items = doors.premises().attention(access, own, null, MOST_ITEMS);
        return Reply.ok(row.messages(), json -> {
            json.writeStartObject();
            ConversationJson.members(new Members(json), access, conversation);
            writeParty(json, access, party);
            if (access.seesSensitive()) {
                json.writeName("messages");
                MessageJson.array(json, row);
            }
            json.writeArrayPropertyStart("attentionItems");
            items.forEach(item -> AttentionJson.write(json, access, item));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private @Nullable Party party(Access access, Conversation conversation) {
        return doors.directory()
                .findContact(access, conversation)
                .map(kept -> new Party(
                        kept,
                        !doors.premises()
                                .linkedByHand(access, Set.of(kept.contact().id()))
                                .isEmpty()))
                .orElse(null);
    }

    private static void writeParty(JsonGenerator json, Access access, @Nullable Party party) {
        json.writeName("contact");
        if (party == null) {
            json.writeNull();
        } else {
            PartyJson.contact(json, access, party);
        }
        json.writeName("account");
        Named company = party == null ? null : party.kept().contact().company();
        if (company == null) {
            json.writeNull();
        } else {
            PartyJson.account(json, access, company);
        }
    }

    private static UUID id(Request request) {
        return Ids.of(request.pathValue("id"), "Conversation");
    }
}
