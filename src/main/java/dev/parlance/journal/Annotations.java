package dev.parlance.journal;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.JsonText;
import dev.parlance.journal.Deed.Forget.Said;
import dev.parlance.journal.Deed.Schedule.Part;
import dev.parlance.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The deeds that say something about a conversation and leave its state and its messages alone.
final class Annotations {
    private final Conversation before;
    private final Life life;
    private final Notes notes;
    private final Surroundings surroundings;

    Annotations(Conversation before, Life life, Notes notes, Surroundings surroundings) {
        this.before = before;
        this.life = life;
        this.notes = notes;
        this.surroundings = surroundings;
    }

    void assign(@Nullable String assignee) {
        if (!Objects.equals(assignee, life.links.assigneeId())) {
            life.assigned(assignee);
            notes.add(Change.Kind.ASSIGNED, null, Notes.detail("assignee", assignee));
        }
    }

    void tag(Deed.Tag tag) {
        List<String> tags = Stream.concat(
                        life.tags.stream(), tag.added().stream().sorted())
                .filter(each -> !tag.removed().contains(each))
                .distinct()
                .toList();
        if (!tags.equals(life.tags)) {
            notes.add(
                    Change.Kind.TAGS_CHANGED,
                    null,
                    Map.of("added", without(tags, life.tags), "removed", without(life.tags, tags)));
            life.tags = tags;
        }
    }

    void describe(Deed.Describe given) {
        Conversation.Words words = new Conversation.Words(
                first(given.subject(), life.words.subject()),
                first(given.summary(), life.words.summary()),
                first(given.outcome(), life.words.outcome()),
                life.words.initialContext(),
                first(given.language(), life.words.language()),
                given.summary() == null ? life.words.summaryBy() : given.summaryBy());
        Conversation.Standing standing = new Conversation.Standing(
                first(given.sentiment(), life.standing.sentiment()),
                first(given.aiClosure(), life.standing.aiClosure()),
                life.standing.assistMode(),
                life.standing.supportRequired(),
                life.standing.openAttention());
        becomes(words, standing);
    }

    private void becomes(Conversation.Words words, Conversation.Standing standing) {
        if (!words.equals(life.words) || !standing.equals(life.standing)) {
            life.words = words;
            life.standing = standing;
            notes.add(Change.Kind.DESCRIBED, null, Map.of());
        }
    }

    void forget(Set<Said> said) {
        Conversation.Words words = new Conversation.Words(
                said.contains(Said.SUBJECT) ? null : life.words.subject(),
                said.contains(Said.SUMMARY) ? null : life.words.summary(),
                said.contains(Said.OUTCOME) ? null : life.words.outcome(),
                life.words.initialContext(),
                said.contains(Said.LANGUAGE) ? null : life.words.language(),
                life.words.summaryBy());
        Conversation.Standing standing = new Conversation.Standing(
                said.contains(Said.SENTIMENT) ? null : life.standing.sentiment(),
                said.contains(Said.AI_CLOSURE) ? null : life.standing.aiClosure(),
                life.standing.assistMode(),
                life.standing.supportRequired(),
                life.standing.openAttention());
        becomes(words, standing);
        if (said.contains(Said.CUSTOM_DATA)) {
            customDataBecomes(null);
        }
    }

    void addCustomData(JsonText members) {
        JsonText known = life.customData == null ? JsonText.NOTHING : life.customData;
        customDataBecomes(known.with(members));
    }

    private void customDataBecomes(@Nullable JsonText after) {
        if (!Objects.equals(after, life.customData)) {
            life.customData = after;
            notes.add(Change.Kind.CUSTOM_DATA_CHANGED, null, Map.of());
        }
    }

    void schedule(Deed.Schedule given) {
        Conversation.Times times = life.times;
        Set<Part> parts = given.parts();
        life.scheduled(
                parts.contains(Part.SCHEDULED) ? given.scheduled() : times.scheduled(),
                parts.contains(Part.EXPIRES) ? given.expires() : times.expires(),
                parts.contains(Part.INACTION_TTL) ? given.inactionTtl() : times.inactionTtl());
        if (!life.times.equals(times)) {
            notes.add(
                    Change.Kind.SCHEDULED,
                    null,
                    Notes.detail("scheduled", life.times.scheduled(), "expires", life.times.expires()));
        }
    }

    void raise(Deed.RaiseAttention given) {
        if (surroundings.hasAttention(before, given.item())) {
            return;
        }
        life.attention(1);
        notes.leave(new Effect.AttentionRaised(given.item(), given.type(), given.reason(), notes.now()));
        notes.add(Change.Kind.ATTENTION_RAISED, given.item(), Map.of("type", given.type()));
    }

    void settle(UUID item) {
        if (!surroundings.hasAttention(before, item)) {
            throw new Problem.NotFound("Attention item").refusal();
        }
        if (surroundings.openAttention(before).contains(item)) {
            life.attention(-1);
            notes.leave(new Effect.AttentionSettled(item, notes.now()));
            notes.add(Change.Kind.ATTENTION_SETTLED, item, Map.of());
        }
    }

    void rate(Deed.Rate rate) {
        notes.leave(new Effect.Rated(rate.score(), rate.comment(), notes.now()));
        notes.add(Change.Kind.RATED, null, Map.of("score", Integer.toString(rate.score())));
    }

    private static List<String> without(List<String> tags, List<String> others) {
        return tags.stream().filter(each -> !others.contains(each)).toList();
    }

    private static <T> @Nullable T first(@Nullable T given, @Nullable T known) {
        return given == null ? known : given;
    }
}
