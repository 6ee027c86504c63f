package dev.parlance.dialect.opencx;

import static dev.parlance.conversation.ResourceType.ACTION;
import static dev.parlance.conversation.ResourceType.INSTRUCTION;
import static dev.parlance.conversation.ResourceType.KNOWLEDGE;
import static dev.parlance.dialect.Sample.applied;
import static dev.parlance.dialect.Sample.available;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Sample;
import dev.parlance.query.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// 1 has everything, 2 nothing, 3 something; 4 to 19 are one in each state, all created at the same moment.
final class Shelf {
    static final String TEAM = "7d1c9c0a-53f2-5c41-9d0c-0b1f0f5b6a33";

    private static final List<Channel> CHANNELS = List.of(Channel.values());

    private Shelf() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(everything());
        rows.add(Sample.conversation(2, "2026-03-02T00:00:00Z")
                .channel(Channel.WHATSAPP)
                .row());
        rows.add(something());
        List<State> states = List.of(State.values());
        for (int i = 0; i < states.size(); i++) {
            rows.add(inState(i, states.get(i)));
        }
        return rows;
    }

    /// The session that is in this state.
    static UUID inState(State state) {
        return Sample.id(4 + List.of(State.values()).indexOf(state));
    }

    private static Row everything() {
        Sample sample = Sample.conversation(1, "2026-03-01T08:00:00Z")
                .updated("2026-03-25T11:42:07.250999Z")
                .state(State.UNRESOLVED)
                .channel(Channel.EMAIL)
                .words("Refund", "Mara asks for a refund.", "Promised.")
                .language("sv")
                .standing(Sentiment.ANGRY, AiClosure.HANDED_OFF, true, true)
                .contact(mara())
                .assignee("207")
                .team(TEAM, "Billing", "Money")
                .handoff("Promised twice.", Sentiment.ANGRY)
                .ticket("zendesk", "99120", "ticket_id")
                .customData("{\"plan\":\"pro\",\"seats\":12,\"deep\":{\"list\":[1,\"2\"]}}")
                .tags("billing", "refund");
        return talked(sample).row();
    }

    private static Sample talked(Sample sample) {
        return sample.says(Author.CONTACT, "2026-03-01T08:00:00Z", "My refund for order 10442 has not arrived.")
                .says(
                        Author.AI,
                        "2026-03-01T08:00:05Z",
                        "Let me look.",
                        applied(ACTION, "issue_refund"),
                        available(INSTRUCTION, "refund-policy"))
                .says(
                        Author.AI,
                        "2026-03-02T09:00:00Z",
                        "It is promised.",
                        applied(INSTRUCTION, "refund-policy"),
                        available(INSTRUCTION, "refund-policy"),
                        applied(INSTRUCTION, "refund-policy"))
                .says(Author.HUMAN, "2026-03-25T11:42:07.250999Z", "It is on its way.");
    }

    private static Contact mara() {
        return new Contact(
                StableId.of("contact", "mara"),
                "mara",
                "Mara Lindqvist",
                "mara@example.com",
                "+4684468150",
                Sample.json("{\"loyalty\":\"gold\",\"points\":12.50}"),
                new Named(StableId.company("Ferrum"), "Ferrum"),
                new Contact.NonVerified("Mara", "m@example.org", Sample.json("{\"said\":\"so\"}")));
    }

    private static Row something() {
        return Sample.conversation(3, "2026-03-03T10:00:00Z")
                .updated("2026-03-20T10:00:00Z")
                .state(State.RESOLVED)
                .words(null, null, null)
                .language("de")
                .standing(Sentiment.HAPPY, AiClosure.RESOLVED, false, false)
                .contact("customer-9", "a@Shop.Example.COM", "Ferrum", "{\"loyalty\":\"gold\"}")
                .assignee("abc")
                .team("night-shift", "Nights", null)
                .handoff("", null)
                .ticket("dynamics365", "99120", "case_id")
                .customData("{\"plan\":\"team\",\"seats\":\"12\",\"vip\":true}")
                .tags("refund")
                .says(Author.CONTACT, "2026-03-03T10:00:00Z", "Wo bleibt meine Lieferung 4521?")
                .says(
                        Author.AI,
                        "2026-03-20T10:00:00Z",
                        "Am Donnerstag.",
                        available(INSTRUCTION, "refund-policy"),
                        applied(KNOWLEDGE, "shipping"),
                        applied(KNOWLEDGE, "hours"),
                        available(KNOWLEDGE, "returns"))
                .row();
    }

    private static Row inState(int position, State state) {
        Sample sample = Sample.conversation(4 + position, "2026-03-10T00:00:00Z")
                .state(state)
                .channel(CHANNELS.get(position % CHANNELS.size()));
        return switch (state) {
            case SCHEDULED ->
                sample.standing(Sentiment.NEUTRAL, AiClosure.ASSUMED_RESOLVED, false, false)
                        .row();
            case EXPIRED -> sample.workspace("north").row();
            default -> sample.row();
        };
    }
}
