package dev.parlance.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TidyingTest {
    @Test
    void receiptsAreForgottenAfterAWeek() {
        try (Household house = new Household()) {
            keep(house, "old");
            keep(house, "new");
            house.run("update receipt set at = now() - interval '7 days 1 minute' where key = 'old'");
            house.serveTime();
            assertThat(Household.becomes(
                            Duration.ofSeconds(10), () -> keys(house).equals("new")))
                    .isTrue();
        }
    }

    private static void keep(Household house, String key) {
        UUID id = UUID.randomUUID();
        Deed said = new Deed.Say(null, Author.CONTACT, null, "hello", List.of(), List.of());
        Stamp stamp = new Stamp(By.api("test"), new Stamp.Receipt(key, "same"));
        house.write(new Command.Open(Drafts.of(key).id(id).draft(), List.of(said), stamp));
    }

    private static String keys(Household house) {
        return new Stored(house.store()).text("select string_agg(key, ',' order by key) from parlance.receipt");
    }
}
