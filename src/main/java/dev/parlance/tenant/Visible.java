package dev.parlance.tenant;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.problem.Problem;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.Query;
import dev.parlance.query.ResourceUsage;
import dev.parlance.query.Row;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a token may see. Hidden without `conversations:read_sensitive`: summaries, transcripts, last messages, initial
/// context,
/// custom data, recordings, and asking by words, custom data or what was used.
final class Visible {
    private Visible() {}

    static Filter within(UUID workspace) {
        return new Filter.OneOf(Field.WORKSPACE, Set.of(workspace.toString()));
    }

    static void check(Access access, Query query) {
        if (access.seesSensitive()) {
            return;
        }
        hidden(query.filter()).findFirst().ifPresent(field -> {
            throw new Problem.Forbidden("Asking by " + field + " needs the scope conversations:read_sensitive.")
                    .refusal();
        });
        if (query.transcripts()) {
            access.require(Permission.CONVERSATIONS_READ_SENSITIVE);
        }
    }

    private static Stream<String> hidden(Filter filter) {
        return switch (filter) {
            case Filter.All all -> all.filters().stream().flatMap(Visible::hidden);
            case Filter.Any any -> any.filters().stream().flatMap(Visible::hidden);
            case Filter.Not not -> hidden(not.filter());
            case Filter.CustomData custom -> Stream.of("custom data");
            case Filter.Words words -> Stream.of("words");
            case Filter.Used used -> Stream.of("what was used");
            case Filter.OneOf one -> Stream.empty();
            case Filter.Present present -> Stream.empty();
            case Filter.During during -> Stream.empty();
            case Filter.Between between -> Stream.empty();
            case Filter.Contains contains -> Stream.empty();
            case Filter.Tagged tagged -> Stream.empty();
        };
    }

    static Row to(Access access, Row row) {
        return access.seesSensitive() ? row : new Row(safe(row.conversation()), List.of());
    }

    static ResourceUsage.Hit to(Access access, ResourceUsage.Hit hit) {
        return access.seesSensitive()
                ? hit
                : new ResourceUsage.Hit(
                        hit.conversation(), hit.number(), null, hit.replies(), hit.firstUsed(), hit.lastUsed());
    }

    private static Conversation safe(Conversation c) {
        Conversation.Words words = c.words();
        return new Conversation(
                c.id(),
                c.number(),
                c.workspace(),
                c.channel(),
                c.channelAccount(),
                c.direction(),
                c.state(),
                new Conversation.Words(words.subject(), null, words.outcome(), null, words.language()),
                c.standing(),
                c.times(),
                c.counts(),
                safe(c.contact()),
                c.agent(),
                c.links(),
                c.team(),
                c.tags(),
                null,
                null,
                c.ticketingSystem(),
                null,
                c.origin());
    }

    private static @Nullable Contact safe(@Nullable Contact contact) {
        return contact == null
                ? null
                : new Contact(
                        contact.id(),
                        contact.externalId(),
                        contact.name(),
                        contact.email(),
                        contact.phone(),
                        null,
                        contact.company(),
                        new Contact.NonVerified(
                                contact.nonVerified().name(),
                                contact.nonVerified().email(),
                                null));
    }
}
