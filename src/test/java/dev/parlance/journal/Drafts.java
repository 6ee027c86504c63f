package dev.parlance.journal;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Use;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Drafts for tests: the least that a record holds, and one change after the other.
public final class Drafts {
    private @Nullable UUID id;
    private final String sourceId;
    private @Nullable Long number;
    private Draft.Place place = new Draft.Place("default", Channel.WEB, null, Direction.INBOUND);
    private @Nullable State state;
    private Conversation.Words words = new Conversation.Words(null, null, null, null, null);
    private Draft.Times times = new Draft.Times(null, null, null, null, null);
    private @Nullable Integer duration;
    private @Nullable Integer userTurns;
    private Draft.@Nullable ContactDraft contact;
    private Draft.@Nullable TeamDraft team;
    private List<String> tags = List.of();
    private @Nullable JsonText customData;
    private @Nullable Handoff handoff;
    private List<Draft.MessageDraft> messages = List.of();
    private @Nullable String userId;
    private @Nullable String membership;
    private boolean assisted;

    private Drafts(String sourceId) {
        this.sourceId = sourceId;
    }

    public static Drafts of(String sourceId) {
        return new Drafts(sourceId);
    }

    public Drafts id(UUID given) {
        id = given;
        return this;
    }

    public Drafts number(long given) {
        number = given;
        return this;
    }

    public Drafts place(String workspace, Channel channel, @Nullable String account) {
        place = new Draft.Place(workspace, channel, account, Direction.INBOUND);
        return this;
    }

    public Drafts state(State given) {
        state = given;
        return this;
    }

    public Drafts subject(String subject) {
        words = new Conversation.Words(subject, words.summary(), null, null, null);
        return this;
    }

    public Drafts summary(String summary) {
        words = new Conversation.Words(words.subject(), summary, null, null, null);
        return this;
    }

    public Drafts created(@Nullable Instant created) {
        times = new Draft.Times(created, times.updated(), null, null, null);
        return this;
    }

    public Drafts updated(Instant updated) {
        times = new Draft.Times(times.created(), updated, null, null, null);
        return this;
    }

    public Drafts duration(int seconds) {
        duration = seconds;
        return this;
    }

    public Drafts userTurns(int turns) {
        userTurns = turns;
        return this;
    }

    public Drafts userId(String user) {
        userId = user;
        return this;
    }

    /// The AI only drafts.
    public Drafts assisted() {
        assisted = true;
        return this;
    }

    public Drafts membership(String given) {
        membership = given;
        return this;
    }

    public Drafts contact(UnaryOperator<People> given) {
        contact = person(given);
        return this;
    }

    public static Draft.ContactDraft person(UnaryOperator<People> given) {
        return given.apply(new People()).draft();
    }

    public Drafts team(@Nullable String teamId, String name, @Nullable String description) {
        team = new Draft.TeamDraft(teamId, name, description);
        return this;
    }

    public Drafts tags(String... given) {
        tags = List.of(given);
        return this;
    }

    public Drafts customData(String json) {
        customData = new JsonText(json);
        return this;
    }

    public Drafts handoff(String summary) {
        handoff = new Handoff(summary, null, null);
        return this;
    }

    public Drafts messages(Draft.MessageDraft... given) {
        messages = List.of(given);
        return this;
    }

    public Draft draft() {
        return new Draft(
                id,
                "test",
                sourceId,
                number,
                place,
                state,
                words,
                new Draft.Standing(null, null, assisted, false),
                times,
                duration,
                userTurns,
                contact,
                new Draft.AgentDraft(null, null, null, null),
                new Conversation.Links(userId, null, null, membership, null),
                team,
                tags,
                customData,
                handoff,
                null,
                null,
                messages);
    }

    public Command.Put put() {
        return new Command.Put(draft());
    }

    public static Draft.MessageDraft message(Author author, String text) {
        return message(null, author, text, null);
    }

    public static Draft.MessageDraft message(
            @Nullable String id, Author author, String text, @Nullable Instant at, Use... uses) {
        return new Draft.MessageDraft(id, author, null, text, at, List.of(), List.of(uses));
    }

    /// A contact's members.
    public static final class People {
        private @Nullable String id;
        private @Nullable String externalId;
        private @Nullable String name;
        private @Nullable String email;
        private @Nullable String phone;
        private @Nullable String company;

        public People id(String given) {
            id = given;
            return this;
        }

        public People externalId(String given) {
            externalId = given;
            return this;
        }

        public People name(String given) {
            name = given;
            return this;
        }

        public People email(String given) {
            email = given;
            return this;
        }

        public People phone(String given) {
            phone = given;
            return this;
        }

        public People company(String given) {
            company = given;
            return this;
        }

        private Draft.ContactDraft draft() {
            return new Draft.ContactDraft(id, externalId, name, email, phone, null, company, null, null, null);
        }
    }
}
