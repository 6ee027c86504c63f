package dev.parlance.intake.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.Team;
import dev.parlance.journal.Draft;
import dev.parlance.query.Row;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class RoundTripTest {
    private static final DraftReader READER = new DraftReader(new Origin("file", Path.of("/calls")));

    @Test
    void whatIsExportedIsReadBackTheSame() {
        Samples samples = new Samples(7);
        for (int i = 0; i < 2000; i++) {
            Row row = settled(read(samples.record()));
            String line = DraftWriter.line(row);
            assertThat(line).doesNotContain("\n");
            assertThat(settled(read(Json.find(line).orElseThrow()))).isEqualTo(row);
        }
    }

    private static Draft read(JsonNode record) {
        DraftReading reading = READER.read(record);
        assertThat(reading).as(record.toString()).isInstanceOf(DraftReading.Good.class);
        return ((DraftReading.Good) reading).draft();
    }

    /// What a store makes of a draft that leaves nothing to be derived.
    private static Row settled(Draft d) {
        List<Message> messages =
                d.messages().stream().map(RoundTripTest::message).toList();
        Draft.Place place = d.place();
        Conversation conversation = new Conversation(
                Objects.requireNonNull(d.id()),
                Objects.requireNonNull(d.number()),
                new Named(StableId.workspace(place.workspace()), place.workspace()),
                place.channel(),
                new Named(new UUID(0, 1), Objects.requireNonNull(place.channelAccount())),
                place.direction(),
                Objects.requireNonNull(d.state()),
                d.words(),
                standing(d.standing()),
                times(d.times(), messages),
                new Conversation.Counts(messages.size(), Objects.requireNonNull(d.userTurns()), d.duration()),
                contact(d.contact()),
                agent(d.agent()),
                d.links(),
                team(d.team()),
                d.tags(),
                d.customData(),
                d.handoff(),
                d.ticketingSystem(),
                d.recording(),
                new Conversation.Origin(d.source(), d.sourceId()));
        return new Row(conversation, messages);
    }

    private static Conversation.Standing standing(Draft.Standing s) {
        return new Conversation.Standing(s.sentiment(), s.aiClosure(), s.assistMode(), s.supportRequired(), 0);
    }

    private static Conversation.Times times(Draft.Times t, List<Message> messages) {
        Instant first = messages.isEmpty() ? null : messages.getFirst().at();
        Instant last = messages.isEmpty() ? null : messages.getLast().at();
        Instant created = Objects.requireNonNull(t.created());
        Instant updated = Objects.requireNonNull(t.updated());
        return new Conversation.Times(created, updated, last, first, null, t.scheduled(), t.expires(), t.inactionTtl());
    }

    private static Message message(Draft.MessageDraft message) {
        return new Message(
                UUID.fromString(Objects.requireNonNull(message.id())),
                message.author(),
                message.authorName(),
                Objects.requireNonNull(message.at()),
                message.text(),
                message.attachments(),
                message.uses());
    }

    private static @Nullable Contact contact(Draft.@Nullable ContactDraft c) {
        return c == null
                ? null
                : new Contact(
                        UUID.fromString(Objects.requireNonNull(c.id())),
                        c.externalId(),
                        c.name(),
                        c.email(),
                        c.phone(),
                        c.customData(),
                        c.company() == null ? null : new Named(StableId.company(c.company()), c.company()),
                        new Contact.NonVerified(c.nonVerifiedName(), c.nonVerifiedEmail(), c.nonVerifiedCustomData()));
    }

    private static Agent agent(Draft.AgentDraft a) {
        return new Agent(a.id() == null ? null : UUID.fromString(a.id()), a.name(), a.versionId(), a.number());
    }

    private static @Nullable Team team(Draft.@Nullable TeamDraft t) {
        return t == null ? null : new Team(UUID.fromString(Objects.requireNonNull(t.id())), t.name(), t.description());
    }
}
