package dev.parlance.dialect;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TicketingSystem;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.query.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation for tests, of which only what matters is said. Ids, counts and times follow as they would in the
/// store: number 7 has the id `...0007`.
public final class Sample {
    private final long number;
    private final Instant created;
    private Instant updated;
    private State state = State.ACTIVE;
    private Channel channel = Channel.WEB;
    private String workspace = "Main";
    private Conversation.Words words = new Conversation.Words(null, null, null, null, null);
    private Conversation.Standing standing = new Conversation.Standing(null, null, false, false, 0);
    private @Nullable Contact contact;
    private @Nullable String assignee;
    private @Nullable Team team;
    private @Nullable Handoff handoff;
    private @Nullable TicketingSystem ticketingSystem;
    private @Nullable JsonText customData;
    private List<String> tags = List.of();
    private final List<Message> messages = new ArrayList<>();

    private Sample(long number, Instant created) {
        this.number = number;
        this.created = created;
        this.updated = created;
    }

    public static Sample conversation(long number, String created) {
        return new Sample(number, Instant.parse(created));
    }

    public static UUID id(long number) {
        return new UUID(0, number);
    }

    public Sample state(State of) {
        state = of;
        return this;
    }

    public Sample channel(Channel of) {
        channel = of;
        return this;
    }

    public Sample workspace(String name) {
        workspace = name;
        return this;
    }

    public Sample updated(String at) {
        updated = Instant.parse(at);
        return this;
    }

    public Sample words(@Nullable String subject, @Nullable String summary, @Nullable String outcome) {
        words = new Conversation.Words(subject, summary, outcome, null, words.language());
        return this;
    }

    public Sample language(String of) {
        words = new Conversation.Words(words.subject(), words.summary(), words.outcome(), null, of);
        return this;
    }

    public Sample standing(
            @Nullable Sentiment sentiment, @Nullable AiClosure closure, boolean assistMode, boolean supportRequired) {
        standing = new Conversation.Standing(sentiment, closure, assistMode, supportRequired, 0);
        return this;
    }

    public Sample contact(Contact of) {
        contact = of;
        return this;
    }

    /// A contact whose id follows from the text.
    public Sample contact(String id, @Nullable String email, @Nullable String company, @Nullable String customData) {
        return contact(new Contact(
                StableId.of("contact", id),
                null,
                null,
                email,
                null,
                customData == null ? null : json(customData),
                company == null ? null : new Named(StableId.company(company), company),
                Contact.NonVerified.NOTHING));
    }

    public Sample assignee(String id) {
        assignee = id;
        return this;
    }

    public Sample team(String id, String name, @Nullable String description) {
        team = new Team(StableId.of("team", id), name, description);
        return this;
    }

    public Sample handoff(String summary, @Nullable Sentiment sentiment) {
        handoff = new Handoff(summary, sentiment, null);
        return this;
    }

    public Sample ticket(String system, String externalId, String idType) {
        ticketingSystem = new TicketingSystem(system, externalId, idType);
        return this;
    }

    public Sample customData(String json) {
        customData = json(json);
        return this;
    }

    public Sample tags(String... of) {
        tags = List.of(of);
        return this;
    }

    public Sample says(Author author, String at, String text, Use... uses) {
        UUID id = new UUID(number, messages.size() + 1);
        messages.add(new Message(id, author, null, Instant.parse(at), text, List.of(), List.of(uses)));
        return this;
    }

    public static Use applied(ResourceType type, String id) {
        return new Use(type, id, UseKind.APPLIED, null, null, null, false);
    }

    public static Use available(ResourceType type, String id) {
        return new Use(type, id, UseKind.AVAILABLE, null, null, null, false);
    }

    public static JsonText json(String text) {
        return JsonText.of(JsonText.parse(text));
    }

    public Row row() {
        int userTurns = (int) messages.stream()
                .filter(message -> message.author() == Author.CONTACT)
                .count();
        Conversation conversation = new Conversation(
                id(number),
                number,
                new Named(StableId.workspace(workspace), workspace),
                channel,
                new Named(StableId.channel(workspace, channel, channel.word()), channel.word()),
                Direction.INBOUND,
                state,
                words,
                standing,
                times(),
                new Conversation.Counts(messages.size(), userTurns, null),
                contact,
                Agent.UNKNOWN,
                new Conversation.Links(null, null, assignee, null, null),
                team,
                tags,
                customData,
                handoff,
                ticketingSystem,
                null,
                new Conversation.Origin("test", Long.toString(number)));
        return new Row(conversation, List.copyOf(messages));
    }

    private Conversation.Times times() {
        Instant first = messages.isEmpty() ? null : messages.getFirst().at();
        Instant last = messages.isEmpty() ? null : messages.getLast().at();
        return new Conversation.Times(created, updated, last, first, state.ended() ? updated : null, null, null, null);
    }
}
