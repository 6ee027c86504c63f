package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Deed;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Set;

/// What a person does with a conversation: `POST /api/conversations/{id}/...`.
final class ConversationActions {
    private final Desk desk;

    ConversationActions(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                route("reply", ConversationActions::reply),
                route("take-over", body -> List.of(Deed.Move.by(Step.TAKE_OVER))),
                route("release", body -> List.of(Deed.Move.by(Step.RELEASE))),
                route("resolve", ConversationActions::resolve),
                route("assign", ConversationActions::assign),
                route("unassign", body -> List.of(new Deed.Assign(null))));
    }

    /// What a body asks for.
    @FunctionalInterface
    private interface Wish {
        List<Deed> deeds(Given body);
    }

    private Route route(String action, Wish wish) {
        return Route.post("/api/conversations/{id}/" + action, request -> act(request, action, wish));
    }

    private Reply act(Request request, String action, Wish wish) {
        request.access().require(Permission.CONVERSATIONS_WRITE);
        Given body = Given.of(request);
        List<Deed> deeds = wish.deeds(body);
        body.check();
        desk.act(
                request.access(),
                Ids.of(request.pathValue("id"), "Conversation"),
                deeds,
                Receipts.stamp(request, action));
        return Acknowledged.reply();
    }

    private static List<Deed> reply(Given body) {
        String content = body.text("content");
        return List.of(
                new Deed.Expect(Set.of(State.HUMAN_MANAGED)),
                new Deed.Say(null, Author.HUMAN, null, content, List.of(), List.of()));
    }

    private static List<Deed> resolve(Given body) {
        return List.of(new Deed.Move(Step.RESOLVE, body.findText("outcome").orElse(null)));
    }

    private static List<Deed> assign(Given body) {
        return List.of(new Deed.Assign(body.text("userId")));
    }
}
