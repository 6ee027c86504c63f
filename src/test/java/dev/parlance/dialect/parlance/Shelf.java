package dev.parlance.dialect.parlance;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Sample;
import dev.parlance.query.Row;
import java.util.ArrayList;
import java.util.List;

/// 1 has everything, 2 nothing; 3 to 18 are one in each state, all created at the same moment, number 18 in the
/// workspace `north`.
final class Shelf {
    private Shelf() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(full());
        rows.add(Sample.conversation(2, "2026-03-01T00:00:00Z").row());
        List<State> states = List.of(State.values());
        for (int i = 0; i < states.size(); i++) {
            String workspace = i == states.size() - 1 ? "north" : "Main";
            rows.add(Sample.conversation(3 + i, "2026-03-10T00:00:00Z")
                    .state(states.get(i))
                    .workspace(workspace)
                    .row());
        }
        return rows;
    }

    private static Row full() {
        return Sample.conversation(1, "2026-03-24T08:15:00Z")
                .updated("2026-03-25T11:42:00.000999Z")
                .state(State.WAITING)
                .channel(Channel.EMAIL)
                .words("Delivery of order 4521", "Asks for café delivery.", "Confirmed.")
                .language("en")
                .standing(Sentiment.HAPPY, AiClosure.HANDED_OFF, true, true)
                .contact("customer-9", "mara@example.com", "Ferrum", "{\"tier\":\"gold\"}")
                .assignee("usr_17")
                .team("billing", "Billing", "Money matters")
                .tags("vip", "delivery")
                .customData("{\"plan\":\"pro\"}")
                .handoff("Wants a person.", Sentiment.ANGRY)
                .ticket("zendesk", "Z-1", "ticket_id")
                .says(Author.CONTACT, "2026-03-24T08:15:00Z", "When does it arrive?")
                .says(
                        Author.AI,
                        "2026-03-25T11:42:00.000999Z",
                        "On Thursday.",
                        Sample.applied(ResourceType.ACTION, "track_order"),
                        Sample.available(ResourceType.KNOWLEDGE, "kb_1"))
                .row();
    }
}
