package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.command.House;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Change;
import dev.parlance.store.PostgresChronicle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time goes on when servers do not: what became due meanwhile is caught up, and what one server leaves another does.
class TimeTest {
    private static final int MANY = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatBecameDueWhileTheServerWasDownIsCaughtUp() {
        Site first = Site.in(folder);
        first.tenant("down");
        Caller caller = first.token("down");
        first.take("down", records(Instant.now().plusSeconds(5), Duration.ZERO, 20));
        assertThat(open(caller)).isEqualTo(20);
        first.server().kill();
        Waiting.pause(Duration.ofSeconds(4));
        try (Site second = Site.in(folder)) {
            Caller again = caller.at(second.server().address());
            assertThat(Waiting.until(Duration.ofSeconds(10), () -> open(again) == 0))
                    .isTrue();
        }
    }

    @Test
    void oneOfTwoServersIsKilledAndEachConversationEndsOnce() {
        try (Site site = Site.in(folder)) {
            site.tenant("two");
            Caller caller = site.token("two");
            Instant first = Instant.now().plusSeconds(6);
            site.take("two", records(first, Duration.ofMillis(20), MANY));
            Parlance other = site.serve();
            assertThat(Waiting.until(Duration.ofSeconds(30), () -> open(caller) < MANY))
                    .isTrue();
            other.kill();
            assertThat(Waiting.until(Duration.ofSeconds(30), () -> open(caller) == 0))
                    .isTrue();
            assertThat(ends(site)).hasSize(MANY).doesNotHaveDuplicates();
        }
    }

    /// The numbers of the conversations that ended, as often as they did.
    private static List<Long> ends(Site site) {
        try (House house = site.house()) {
            TenantId tenant = house.tenant("two").id();
            return new PostgresChronicle(house.database())
                    .after(tenant, 0, 10_000).stream()
                            .filter(change -> change.kind() == Change.Kind.STATE_CHANGED)
                            .map(change -> Objects.requireNonNull(change.number()))
                            .toList();
        }
    }

    private static String records(Instant first, Duration apart, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> """
                        {"source_id": "%d", "channel": "web", "state": "active", "expires_at": "%s", \
                        "messages": [{"author": "contact", "text": "hello"}]}
                        """.formatted(i, first.plus(apart.multipliedBy(i))))
                .collect(Collectors.joining());
    }

    private static int open(Caller caller) {
        return JsonText.parse(Caller.good(caller.get("/api/conversations?status=active&limit=1"))
                        .text())
                .get("total")
                .intValue();
    }
}
