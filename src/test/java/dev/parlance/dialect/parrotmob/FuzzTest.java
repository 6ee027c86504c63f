package dev.parlance.dialect.parrotmob;

import dev.parlance.dialect.Fuzz;
import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FuzzTest {
    private static final List<String> GOOD = List.of(
            "",
            "limit=5&offset=3&status=completed&order_by=updated_at_desc",
            "audience_membership_id=5fbeb6aa-29c3-40cc-a9f1-0cfe24abf09c&status=any_terminal&limit=5",
            "conversation_graph_id=spring&support_required=true",
            "requires_support=false&support_required=false",
            "limit=0&offset=2&order_by=inserted_at_asc",
            "limit=100000&status=running");

    @Test
    void noQueryBreaksIt() {
        try (Served served = Served.of(ParrotMob::dialect, Shelf.rows())) {
            new Fuzz(20260302, GOOD).run(3000, served.port(), Shelf.LIST, Set.of(200, 400, 422));
        }
    }
}
