package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Sketch;
import dev.parlance.query.Row;
import java.util.List;
import java.util.stream.IntStream;

/// Sixteen conversations, one in each state, numbered from 1 in the states' order and created a second apart.
final class Shelf {
    private static final Agent RECEPTION =
            new Agent(StableId.of("agent", "reception"), "Reception", "v7", "+4684468150");

    private static final List<State> STATES = List.of(State.values());
    private static final List<Channel> CHANNELS = List.of(Channel.values());

    private Shelf() {}

    static List<Row> rows() {
        return IntStream.rangeClosed(1, STATES.size())
                .mapToObj(number -> special(number, plain(number)).row())
                .toList();
    }

    private static Sketch plain(int number) {
        return Sketch.of(number)
                .state(STATES.get(number - 1))
                .channel(CHANNELS.get((number - 1) % CHANNELS.size()))
                .direction(number % 2 == 0 ? Direction.OUTBOUND : Direction.INBOUND)
                .counts(number, number < 9 ? null : Integer.valueOf(number * 10));
    }

    private static Sketch special(int number, Sketch plain) {
        return switch (number) {
            case 1 -> plain.links(new Conversation.Links("+46701740605", "w1", null, null, null));
            case 2 ->
                plain.links(new Conversation.Links("guest_ÅSA%1", null, null, null, null))
                        .workspace("north");
            case 10 -> plain.agent(RECEPTION).customData("{\"order_id\":\"123\",\"plan\":{\"seats\":[1,2]}}");
            case 11 -> plain.customData("{\"order_id\":\"124\"}");
            case 12 -> plain.updated("2026-03-05T00:00:00Z");
            default -> plain;
        };
    }
}
