package dev.parlance.bench;

import static dev.parlance.bench.Choice.weigh;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.State;
import dev.parlance.conversation.TicketingSystem;
import dev.parlance.journal.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One tenant's conversations, by place, the oldest at 0.
final class Tenancy {
    private static final Choice<Channel> CHANNELS = Choice.of(
            weigh(Channel.WEB, 40),
            weigh(Channel.EMAIL, 20),
            weigh(Channel.WHATSAPP, 12),
            weigh(Channel.PHONE_VOICE, 12),
            weigh(Channel.WEB_VOICE, 4),
            weigh(Channel.SMS, 4),
            weigh(Channel.INSTAGRAM, 3),
            weigh(Channel.MESSENGER, 3),
            weigh(Channel.SLACK, 1),
            weigh(Channel.API, 1));
    private static final Choice<String> LANGUAGES = Choice.of(
            weigh("en", 60),
            weigh("de", 12),
            weigh("es", 10),
            weigh("fr", 7),
            weigh("ar", 4),
            weigh("zh", 4),
            weigh("ja", 3));
    private static final Choice<String> WORKSPACES =
            Choice.of(weigh("default", 70), weigh("sales", 20), weigh("emea", 10));
    private static final Choice<String> PLANS = Choice.of(weigh("free", 60), weigh("pro", 30), weigh("enterprise", 10));
    private static final Choice<Sentiment> SENTIMENTS =
            Choice.of(weigh(Sentiment.NEUTRAL, 60), weigh(Sentiment.HAPPY, 25), weigh(Sentiment.ANGRY, 15));
    private static final Choice<AiClosure> CLOSURES = Choice.of(
            weigh(AiClosure.RESOLVED, 60), weigh(AiClosure.ASSUMED_RESOLVED, 30), weigh(AiClosure.HANDED_OFF, 10));
    private static final Choice<State> ENDED = Choice.of(
            weigh(State.RESOLVED, 975),
            weigh(State.UNRESOLVED, 9),
            weigh(State.EXPIRED, 6),
            weigh(State.TRANSFERRED, 3),
            weigh(State.CANCELLED, 3),
            weigh(State.UNANSWERED, 2),
            weigh(State.FAILED, 2));
    private static final Choice<State> OPEN = Choice.of(
            weigh(State.WAITING, 30),
            weigh(State.NEW, 22),
            weigh(State.ACTIVE, 22),
            weigh(State.HUMAN_MANAGED, 13),
            weigh(State.SCHEDULED, 3),
            weigh(State.READY, 3),
            weigh(State.TOKEN_CREATED, 3),
            weigh(State.TRIGGERED, 2),
            weigh(State.RINGING, 2));
    private static final int TAGS = 500;
    private static final int BUILDS = 1_000;

    private final World world;
    private final int tenant;
    private final int size;
    private final People people;
    private final Talk talk;
    private final Zipf tags = new Zipf(TAGS, 0.95);

    Tenancy(World world, int tenant, int size, Talk talk) {
        this.world = world;
        this.tenant = tenant;
        this.size = size;
        this.people = People.of(world, tenant, size);
        this.talk = talk;
    }

    int size() {
        return size;
    }

    Draft draft(int place) {
        SplittableRandom random = world.random(tenant, place);
        Instant created = World.at((place + random.nextDouble()) / size);
        State state = state(random, place);
        boolean handedOff = state == State.HUMAN_MANAGED || random.nextInt(100) < 5;
        String order = World.order(tenant, place);
        int person = people.draw(random);
        Channel channel = CHANNELS.draw(random);
        List<Draft.MessageDraft> messages =
                state == State.SCHEDULED ? List.of() : talk.messages(random, created.plusSeconds(1), order, handedOff);
        return new Draft(
                null,
                "bench",
                order,
                null,
                new Draft.Place(WORKSPACES.draw(random), channel, null, direction(random)),
                state,
                words(random),
                standing(random, state),
                times(random, state, created, messages),
                null,
                null,
                random.nextInt(100) < 97 ? people.contact(person) : null,
                agent(random, channel),
                links(random, person, handedOff),
                random.nextInt(10) < 6 ? team(random) : null,
                tags(random, place),
                custom(random, order),
                handedOff ? new Handoff(talk.sentence(random, 8, 16), SENTIMENTS.draw(random), null) : null,
                ticket(random, order),
                recording(random, channel, state),
                messages);
    }

    private static Direction direction(SplittableRandom random) {
        return random.nextInt(100) < 85 ? Direction.INBOUND : Direction.OUTBOUND;
    }

    /// Most of what is open is recent; 93 of 100 are resolved.
    private State state(SplittableRandom random, int place) {
        boolean recent = place > size * 0.9;
        boolean open = random.nextDouble() < (recent ? 0.37 : 0.010);
        return open ? OPEN.draw(random) : ENDED.draw(random);
    }

    private Conversation.Words words(SplittableRandom random) {
        String outcome = random.nextInt(10) < 3 ? talk.sentence(random, 4, 8) : null;
        String context = random.nextInt(10) < 2 ? talk.sentence(random, 8, 12) : null;
        return new Conversation.Words(
                talk.sentence(random, 3, 7), talk.sentence(random, 15, 30), outcome, context, LANGUAGES.draw(random));
    }

    private static Draft.Standing standing(SplittableRandom random, State state) {
        boolean closed = state.ended() && random.nextInt(100) < 80;
        boolean support = state == State.HUMAN_MANAGED || (!state.ended() && random.nextInt(100) < 15);
        return new Draft.Standing(
                random.nextInt(100) < 80 ? SENTIMENTS.draw(random) : null,
                closed ? CLOSURES.draw(random) : null,
                random.nextInt(100) < 10,
                support);
    }

    private static Draft.Times times(
            SplittableRandom random, State state, Instant created, List<Draft.MessageDraft> messages) {
        Instant last = messages.isEmpty() ? created : messages.getLast().at();
        boolean later = random.nextInt(100) < 15;
        Instant updated = later && last != null ? last.plus(Duration.ofSeconds(random.nextInt(2_000_000))) : last;
        Instant scheduled = state == State.SCHEDULED ? created.plus(Duration.ofDays(3)) : null;
        return new Draft.Times(created, updated, scheduled, null, random.nextInt(10) == 0 ? 3_600 : null);
    }

    private Draft.AgentDraft agent(SplittableRandom random, Channel channel) {
        int agent = random.nextInt(5);
        boolean voice = channel == Channel.PHONE_VOICE;
        return new Draft.AgentDraft(
                "agent-" + agent,
                "Agent " + agent,
                "v" + random.nextInt(1, 13),
                voice ? "+1800555%04d".formatted(tenant * 10 + agent) : null);
    }

    private Conversation.Links links(SplittableRandom random, int person, boolean handedOff) {
        boolean member = person % 2 == 0;
        String graph = member && random.nextInt(10) < 5 ? new UUID(tenant, random.nextInt(8)).toString() : null;
        return new Conversation.Links(
                null,
                random.nextInt(10) < 4 ? "widget-" + random.nextInt(3) : null,
                handedOff || random.nextInt(10) < 2 ? Integer.toString(100 + random.nextInt(40)) : null,
                member ? People.membership(tenant, person) : null,
                graph);
    }

    private static Draft.TeamDraft team(SplittableRandom random) {
        int team = random.nextInt(10);
        return new Draft.TeamDraft(null, "Team " + team, "The people of team " + team);
    }

    /// The tag of old rows is on every tenth of the oldest twentieth and nowhere else.
    private List<String> tags(SplittableRandom random, int place) {
        Set<String> chosen = new TreeSet<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            chosen.add(World.tag(1 + tags.draw(random)));
        }
        if (place < size / 20 && random.nextInt(1_000) < 98) {
            chosen.add(World.OLD_TAG);
        }
        return new ArrayList<>(chosen);
    }

    private static JsonText custom(SplittableRandom random, String order) {
        return new JsonText("{\"plan\":\"%s\",\"build\":%d,\"order_id\":\"%s\"}"
                .formatted(PLANS.draw(random), random.nextInt(BUILDS), order));
    }

    private static @Nullable TicketingSystem ticket(SplittableRandom random, String order) {
        return random.nextInt(10) == 0 ? new TicketingSystem("zendesk", "z" + order, "ticket") : null;
    }

    private static @Nullable Recording recording(SplittableRandom random, Channel channel, State state) {
        boolean voice = channel == Channel.PHONE_VOICE || channel == Channel.WEB_VOICE;
        return voice && state.ended() && random.nextBoolean()
                ? new Recording(
                        null,
                        "https://recordings.example/" + Long.toHexString(random.nextLong()),
                        60 + random.nextInt(600),
                        "mp3")
                : null;
    }
}
