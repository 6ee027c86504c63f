package dev.parlance.dialect.parrotmob;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Sketch;
import dev.parlance.query.Row;
import java.util.List;
import java.util.stream.IntStream;

/// Sixteen conversations, one in each state, numbered from 1 in the states' order. Created: 1 to 8 in one second, 9 to
/// 16 in the next. Updated: the odd ones an hour after the even ones.
final class Shelf {
    static final String LIST = "/api/v2/accounts/me/conversations";

    private static final List<State> STATES = List.of(State.values());

    private Shelf() {}

    static List<Row> rows() {
        return IntStream.rangeClosed(1, STATES.size())
                .mapToObj(number -> plain(number).row())
                .toList();
    }

    private static Sketch plain(int number) {
        Sketch plain = Sketch.of(number)
                .state(STATES.get(number - 1))
                .created(number < 9 ? "2026-03-01T00:00:01Z" : "2026-03-01T00:00:02Z")
                .updated(number % 2 == 0 ? "2026-03-02T00:00:00Z" : "2026-03-02T01:00:00Z");
        return switch (number) {
            case 5, 12 -> plain.links(new Conversation.Links(null, null, null, "m1", null));
            case 6 ->
                plain.links(new Conversation.Links(null, null, null, "m1", "spring"))
                        .workspace("north");
            case 8, 9 -> plain.supportRequired();
            default -> plain;
        };
    }
}
