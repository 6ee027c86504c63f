package dev.parlance.journal;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a conversation that deeds change, while they change them.
final class Life {
    private final Conversation before;
    State state;
    Conversation.Words words;
    Conversation.Standing standing;
    Conversation.Times times;
    Conversation.Counts counts;
    Conversation.Links links;
    List<String> tags;

    @Nullable
    Contact contact;

    @Nullable
    Team team;

    @Nullable
    JsonText customData;

    @Nullable
    Handoff handoff;

    @Nullable
    Recording recording;

    Life(Conversation before) {
        this.before = before;
        this.state = before.state();
        this.words = before.words();
        this.standing = before.standing();
        this.times = before.times();
        this.counts = before.counts();
        this.links = before.links();
        this.tags = before.tags();
        this.contact = before.contact();
        this.team = before.team();
        this.customData = before.customData();
        this.handoff = before.handoff();
        this.recording = before.recording();
    }

    Conversation conversation() {
        return new Conversation(
                before.id(),
                before.number(),
                before.workspace(),
                before.channel(),
                before.channelAccount(),
                before.direction(),
                state,
                words,
                standing,
                times,
                counts,
                contact,
                before.agent(),
                links,
                team,
                tags,
                customData,
                handoff,
                before.ticketingSystem(),
                recording,
                before.origin());
    }

    void enter(State entered, Instant now) {
        if (entered.ended() && !state.ended()) {
            end(now);
        } else if (!entered.ended() && state.ended()) {
            counts = new Conversation.Counts(counts.messages(), counts.userTurns(), null);
            completed(null);
            forgetExpiry(now);
        }
        state = entered;
    }

    private void end(Instant now) {
        Instant first = times.started();
        Instant last = times.lastMessage();
        Integer seconds = first == null || last == null
                ? null
                : (Integer) Math.clamp(Duration.between(first, last).toSeconds(), 0, Integer.MAX_VALUE);
        counts = new Conversation.Counts(counts.messages(), counts.userTurns(), seconds);
        needPerson(false);
        completed(now);
    }

    private void completed(@Nullable Instant completed) {
        times = new Conversation.Times(
                times.created(),
                times.updated(),
                times.lastMessage(),
                times.started(),
                completed,
                times.scheduled(),
                times.expires(),
                times.inactionTtl());
    }

    /// What is opened again does not end by a moment that has passed.
    private void forgetExpiry(Instant now) {
        if (times.expires() != null && !times.expires().isAfter(now)) {
            scheduled(times.scheduled(), null, times.inactionTtl());
        }
    }

    void told(Instant at, boolean byContact) {
        times = new Conversation.Times(
                times.created(),
                times.updated(),
                at,
                times.started() == null ? at : times.started(),
                times.completed(),
                times.scheduled(),
                times.expires(),
                times.inactionTtl());
        counts = new Conversation.Counts(
                counts.messages() + 1, counts.userTurns() + (byContact ? 1 : 0), counts.duration());
    }

    void updated(Instant at) {
        times = new Conversation.Times(
                times.created(),
                at,
                times.lastMessage(),
                times.started(),
                times.completed(),
                times.scheduled(),
                times.expires(),
                times.inactionTtl());
    }

    void scheduled(@Nullable Instant scheduled, @Nullable Instant expires, @Nullable Integer inactionTtl) {
        times = new Conversation.Times(
                times.created(),
                times.updated(),
                times.lastMessage(),
                times.started(),
                times.completed(),
                scheduled,
                expires,
                inactionTtl);
    }

    void needPerson(boolean needed) {
        standing = new Conversation.Standing(
                standing.sentiment(), standing.aiClosure(), standing.assistMode(), needed, standing.openAttention());
    }

    void attention(int more) {
        standing = new Conversation.Standing(
                standing.sentiment(),
                standing.aiClosure(),
                standing.assistMode(),
                standing.supportRequired() || more > 0,
                Math.max(0, standing.openAttention() + more));
    }

    void assigned(@Nullable String assignee) {
        links = new Conversation.Links(
                links.userId(),
                links.webWidgetId(),
                assignee,
                links.audienceMembershipId(),
                links.conversationGraphId());
    }
}
