package dev.parlance.dialect.anyreach;

import dev.parlance.dialect.Fuzz;
import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FuzzTest {
    private static final List<String> GOOD = List.of(
            "",
            "limit=5&status=completed&channel=telephone&direction=inbound",
            "user_id=701&agent_id=reception&agent_version_id=v7&agent_number=4684&web_widget_id=w1",
            "duration_above=10&duration_below=500&user_turn_count_above=0&user_turn_count_below=9",
            "custom_metadata=%7B%22order_id%22%3A%22123%22%2C%22plan%22%3A%7B%22seats%22%3A%5B1%5D%7D%7D",
            "created_after=2026-03-01T00:00:00Z&created_before=2026-03-02T00:00:00%2B01:00",
            "updated_after=2026-03-01T00:00:00.123456Z&updated_before=2026-12-31",
            "cursor=MjAyNi0wMy0wMVQwMDowMDoxMFo&limit=3",
            "cursor=MjAyNi0wMy0wMVQwMDowMDoxMFp8OQ&limit=3",
            "columns=id,status,created_at,summary,conversation");

    @Test
    void noQueryBreaksIt() {
        try (Served served = Served.of(Anyreach::dialect, Shelf.rows())) {
            new Fuzz(20260301, GOOD).run(3000, served.port(), Anyreach.CONVERSATIONS, Set.of(200, 400, 422));
        }
    }
}
