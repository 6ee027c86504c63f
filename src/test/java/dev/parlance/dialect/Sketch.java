package dev.parlance.dialect;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.query.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation for tests: plain, but for what a test says.
public final class Sketch {
    private static final Named WORKSPACE = new Named(StableId.workspace("default"), "default");

    private final long number;
    private Named workspace = WORKSPACE;
    private Channel channel = Channel.WEB;
    private Direction direction = Direction.INBOUND;
    private State state = State.ACTIVE;
    private Conversation.Words words = new Conversation.Words(null, null, null, null, null);
    private boolean supportRequired;
    private Conversation.Times times;
    private Conversation.Counts counts = new Conversation.Counts(0, 0, null);
    private Agent agent = Agent.UNKNOWN;
    private Conversation.Links links = new Conversation.Links(null, null, null, null, null);
    private @Nullable JsonText customData;
    private @Nullable Recording recording;
    private List<Message> messages = List.of();

    private Sketch(long number) {
        this.number = number;
        Instant created = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number);
        this.times = new Conversation.Times(created, created, null, null, null, null, null, null);
    }

    /// Created that many seconds after 1 March 2026.
    public static Sketch of(long number) {
        return new Sketch(number);
    }

    /// The id of the conversation with the number.
    public static UUID id(long number) {
        return new UUID(0x4000, number);
    }

    public Sketch workspace(String name) {
        workspace = new Named(StableId.workspace(name), name);
        return this;
    }

    public Sketch channel(Channel value) {
        channel = value;
        return this;
    }

    public Sketch direction(Direction value) {
        direction = value;
        return this;
    }

    public Sketch state(State value) {
        state = value;
        return this;
    }

    public Sketch words(@Nullable String summary, @Nullable String initialContext) {
        words = new Conversation.Words(null, summary, null, initialContext, null);
        return this;
    }

    public Sketch supportRequired() {
        supportRequired = true;
        return this;
    }

    public Sketch created(String instant) {
        Instant created = Instant.parse(instant);
        times = new Conversation.Times(created, created, null, null, null, null, null, null);
        return this;
    }

    public Sketch updated(String instant) {
        times = new Conversation.Times(times.created(), Instant.parse(instant), null, null, null, null, null, null);
        return this;
    }

    public Sketch times(Conversation.Times value) {
        times = value;
        return this;
    }

    public Sketch counts(int userTurns, @Nullable Integer duration) {
        counts = new Conversation.Counts(userTurns, userTurns, duration);
        return this;
    }

    public Sketch agent(Agent value) {
        agent = value;
        return this;
    }

    public Sketch links(Conversation.Links value) {
        links = value;
        return this;
    }

    public Sketch customData(String json) {
        customData = JsonText.of(JsonText.parse(json));
        return this;
    }

    public Sketch recording(Recording value) {
        recording = value;
        return this;
    }

    public Sketch messages(Message... value) {
        messages = List.of(value);
        return this;
    }

    /// The conversation with its messages.
    public Row row() {
        Conversation conversation = new Conversation(
                id(number),
                number,
                workspace,
                channel,
                new Named(StableId.channel(workspace.name(), channel, channel.word()), channel.word()),
                direction,
                state,
                words,
                new Conversation.Standing(null, null, false, supportRequired, 0),
                times,
                counts,
                null,
                agent,
                links,
                null,
                List.of(),
                customData,
                null,
                null,
                recording,
                new Conversation.Origin("sketch", Long.toString(number)));
        return new Row(conversation, messages);
    }
}
