package dev.parlance.agreement;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Step;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Stamp;
import dev.parlance.query.RandomRows;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// What people, machines and imports may do to a few conversations and contacts, in any order. Some of it is refused.
final class RandomDeeds {
    private static final Stamp STAMP = Stamp.of(new By(By.Kind.PERSON, "ann"));
    private static final List<UUID> CONTACTS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4));

    private final Random random;
    private final List<UUID> conversations = new ArrayList<>();

    RandomDeeds(long seed) {
        this.random = new Random(seed);
    }

    /// Commands that are carried out together.
    List<Command> next() {
        List<Command> batch = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            batch.add(command());
        }
        return batch;
    }

    private Command command() {
        if (conversations.size() < 5 || random.nextInt(12) == 0) {
            return open();
        }
        return switch (random.nextInt(20)) {
            case 0 -> new Command.KeepContact(pick(CONTACTS), person(), random.nextBoolean(), null, STAMP);
            case 1 -> new Command.RemoveContact(pick(CONTACTS), STAMP);
            case 2 -> put();
            default -> new Command.Act(Command.Target.of(pick(conversations)), deeds(), STAMP);
        };
    }

    private Command open() {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        conversations.add(id);
        Drafts draft = Drafts.of(id.toString()).id(id);
        return new Command.Open(random.nextBoolean() ? draft.subject(text()).draft() : draft.draft(), deeds(), STAMP);
    }

    private Command put() {
        return Drafts.of("imported " + random.nextInt(4))
                .subject(text())
                .contact(person -> person.externalId("e" + random.nextInt(2)).name(text()))
                .team(null, "team " + random.nextInt(2), text())
                .messages(Drafts.message(Author.CONTACT, text()))
                .put();
    }

    private Draft.ContactDraft person() {
        return Drafts.person(person -> person.name(text()).email(random.nextInt(3) + "@example.com"));
    }

    private List<Deed> deeds() {
        List<Deed> deeds = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            deeds.add(deed());
        }
        return deeds;
    }

    private Deed deed() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> say();
            case 5 -> Deed.Move.by(pick(List.of(Step.values())));
            case 6 -> new Deed.Assign(random.nextBoolean() ? "ann" : null);
            case 7 -> new Deed.Tag(Set.of(text()), Set.of(text()));
            case 8 -> new Deed.Describe(random.nextBoolean() ? text() : null, text(), null, null, null, null);
            case 9 -> new Deed.Forget(EnumSet.of(pick(List.of(Deed.Forget.Said.values()))));
            case 10 -> new Deed.AddCustomData(new JsonText("{\"n\":" + random.nextInt(3) + ",\"of\":{\"a\":null}}"));
            case 11 ->
                new Deed.Meet(Drafts.person(person -> person.id(pick(CONTACTS).toString())));
            case 12 -> new Deed.JoinTeam(new Draft.TeamDraft(null, "team " + random.nextInt(3), text()));
            case 13 -> new Deed.Redact(null, null);
            case 14 -> new Deed.RaiseAttention(UUID.randomUUID(), "human_requested", null);
            default -> new Deed.HandOff(new Handoff(text(), null, null));
        };
    }

    private Deed say() {
        Author author = pick(List.of(Author.values()));
        UseKind kind = pick(List.of(UseKind.values()));
        Use use = new Use(ResourceType.KNOWLEDGE, "r" + random.nextInt(3), kind, null, null, null, false);
        return new Deed.Say(null, author, null, text(), List.of(), author == Author.AI ? List.of(use) : List.of());
    }

    private String text() {
        return pick(RandomRows.TEXTS);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
