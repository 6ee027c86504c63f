package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.Step;
import dev.parlance.intake.record.Members;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What can be done to a conversation beside speaking in it: `verb` is the last segment of its path, `reading` makes
/// deeds of the body's members.
record Action(String verb, Function<Members, List<Deed>> reading) {
    private static final int MOST_TAGS = 1000;

    /// All of them.
    static final List<Action> ALL = List.of(
            new Action("assign", members -> List.of(new Deed.Assign(required(members, "assignee_id")))),
            new Action("unassign", members -> List.of(new Deed.Assign(null))),
            new Action("join-team", Action::joinTeam),
            new Action("leave-team", members -> List.of(new Deed.JoinTeam(null))),
            new Action("tag", Action::tag),
            new Action("note", members -> List.of(new Deed.Note(requiredText(members, "text")))),
            new Action("hand-off", Action::handOff),
            new Action("take-over", Action::takeOver),
            move(Step.RELEASE),
            ending(Step.RESOLVE),
            ending(Step.LEAVE_UNRESOLVED),
            ending(Step.TRANSFER),
            ending(Step.GO_UNANSWERED),
            ending(Step.FAIL),
            ending(Step.CANCEL),
            move(Step.REOPEN),
            move(Step.RING),
            move(Step.BEGIN),
            new Action("raise-attention", Action::raiseAttention),
            new Action("rate", Action::rate),
            new Action("redact", members -> redact(members, null)));

    /// What the body asks for.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    List<Deed> deeds(JsonNode body) {
        return read(body, reading);
    }

    /// The deeds that are read from a body.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static List<Deed> read(JsonNode body, Function<Members, List<Deed>> reading) {
        Members members = Members.of(body);
        List<Deed> deeds = reading.apply(members);
        members.check();
        return deeds;
    }

    /// Blacks out one message or, with null, the whole conversation.
    static List<Deed> redact(Members members, @Nullable UUID message) {
        return List.of(new Deed.Redact(message, members.text("reason")));
    }

    private static Action move(Step step) {
        return new Action(verb(step), members -> List.of(Deed.Move.by(step)));
    }

    private static Action ending(Step step) {
        return new Action(verb(step), members -> List.of(new Deed.Move(step, members.text("outcome"))));
    }

    private static String verb(Step step) {
        return step.word().replace('_', '-');
    }

    private static List<Deed> joinTeam(Members members) {
        String name = required(members, "name");
        return List.of(new Deed.JoinTeam(new Draft.TeamDraft(members.name("id"), name, members.text("description"))));
    }

    private static List<Deed> tag(Members members) {
        List<String> added = members.names("add", MOST_TAGS);
        List<String> removed = members.names("remove", MOST_TAGS);
        added.stream()
                .filter(removed::contains)
                .forEach(both -> members.wrong("remove", "twice", "a tag that is to be added too"));
        return List.of(new Deed.Tag(Set.copyOf(added), Set.copyOf(removed)));
    }

    private static List<Deed> handOff(Members members) {
        String summary = requiredText(members, "summary");
        Sentiment sentiment = members.word("sentiment", Sentiment.values());
        return List.of(new Deed.HandOff(new Handoff(summary, sentiment, null)));
    }

    private static List<Deed> takeOver(Members members) {
        String assignee = members.name("assignee_id");
        Deed move = Deed.Move.by(Step.TAKE_OVER);
        return assignee == null ? List.of(move) : List.of(move, new Deed.Assign(assignee));
    }

    private static List<Deed> raiseAttention(Members members) {
        UUID given = Ids.member(members, "id");
        UUID item = given == null ? UUID.randomUUID() : given;
        return List.of(new Deed.RaiseAttention(item, required(members, "type"), members.text("reason")));
    }

    private static List<Deed> rate(Members members) {
        members.require("score");
        Long score = members.integer("score", 1, 5);
        return List.of(new Deed.Rate(score == null ? 1 : score.intValue(), members.text("comment")));
    }

    /// A name that must be there; empty when it is not, which is noted.
    private static String required(Members members, String name) {
        members.require(name);
        return Objects.requireNonNullElse(members.name(name), "");
    }

    private static String requiredText(Members members, String name) {
        members.require(name);
        return Objects.requireNonNullElse(members.text(name), "");
    }
}
