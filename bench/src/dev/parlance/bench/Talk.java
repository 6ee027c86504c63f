package dev.parlance.bench;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What is said: about six messages, and what the AI's replies used, about 1.8 times a conversation.
final class Talk {
    private static final int ACTIONS = 400;
    private static final int INSTRUCTIONS = 300;
    private static final int KNOWLEDGE = 600;
    private static final double BEYOND_TWO = 4.5;

    private final Vocabulary vocabulary;
    private final Zipf actions = new Zipf(ACTIONS, 1.0);
    private final Zipf instructions = new Zipf(INSTRUCTIONS, 1.0);
    private final Zipf knowledge = new Zipf(KNOWLEDGE, 1.0);

    Talk(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The messages, the first at `begin`; the customer names the order, and people answer from `people` on.
    List<Draft.MessageDraft> messages(SplittableRandom random, Instant begin, String order, boolean people) {
        int count = Math.min(60, 2 + (int) (-BEYOND_TWO * Math.log(1 - random.nextDouble())));
        double pause = random.nextInt(10) == 0 ? 20_000 : 60;
        List<Draft.MessageDraft> messages = new ArrayList<>(count);
        Instant at = begin;
        for (int i = 0; i < count; i++) {
            boolean late = people && i > count / 2;
            Author author = i % 2 == 0 ? Author.CONTACT : late ? Author.HUMAN : Author.AI;
            String text = i == 0 ? opening(random, order) : vocabulary.sentence(random, 6, 24);
            List<Use> uses = author == Author.AI ? uses(random, order) : List.of();
            messages.add(new Draft.MessageDraft(null, author, null, text, at, List.of(), uses));
            at = at.plusNanos((long) (1e9 - pause * 1e9 * Math.log(1 - random.nextDouble())) / 1_000 * 1_000);
        }
        return messages;
    }

    private String opening(SplittableRandom random, String order) {
        String text = vocabulary.sentence(random, 6, 24) + " Order " + order + ".";
        if (random.nextInt(1_000) < 250) {
            text += " I want a " + World.COMMON_WORD + ".";
        }
        return random.nextInt(10_000) < 18 ? text + " What about the " + World.MIDDLE_WORD + "?" : text;
    }

    private List<Use> uses(SplittableRandom random, String order) {
        int drawn = random.nextInt(100);
        int count = drawn < 10 ? 2 : drawn < 56 ? 1 : 0;
        List<Use> uses = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Use use = use(random, order);
            if (uses.stream().noneMatch(other -> other.resourceId().equals(use.resourceId()))) {
                uses.add(use);
            }
        }
        return uses;
    }

    private Use use(SplittableRandom random, String order) {
        int drawn = random.nextInt(100);
        if (drawn < 45) {
            String id = "act_%04d".formatted(actions.draw(random));
            JsonText arguments = new JsonText("{\"order_id\":\"" + order + "\"}");
            JsonText result = new JsonText("{\"ok\":true}");
            return new Use(ResourceType.ACTION, id, UseKind.APPLIED, "Look up " + id, arguments, result, false);
        }
        UseKind kind = random.nextBoolean() ? UseKind.APPLIED : UseKind.AVAILABLE;
        return drawn < 70
                ? new Use(
                        ResourceType.INSTRUCTION,
                        "ins_%04d".formatted(instructions.draw(random)),
                        kind,
                        null,
                        null,
                        null,
                        false)
                : new Use(
                        ResourceType.KNOWLEDGE,
                        "kb_%04d".formatted(knowledge.draw(random)),
                        kind,
                        null,
                        null,
                        null,
                        false);
    }

    String sentence(SplittableRandom random, int least, int most) {
        return vocabulary.sentence(random, least, most);
    }
}
