package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A conversation that is begun through Parrot Mob's API goes through its life by itself, and every dialect sees it.
class ScheduleTest {
    private static final String CONVERSATIONS = "/api/v2/accounts/me/conversations";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LATE = Duration.ofSeconds(5);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void schedulesExpiriesAndSilenceDoTheirPart() {
        try (Site site = Site.in(folder)) {
            site.tenant("calendar");
            Caller caller = site.token("calendar");
            Instant begin = Instant.now().plusSeconds(8);
            Instant end = begin.plusSeconds(8);
            String expiring = create(caller, "\"scheduled_at\":\"" + begin + "\",\"expires_at\":\"" + end + "\"");
            String silent = create(caller, "\"inaction_ttl\":3");
            String cancelled = create(caller, "\"scheduled_at\":\"" + begin + "\"");
            assertThat(status(caller, expiring)).isEqualTo("scheduled");
            assertThat(seen(caller, expiring)).isEqualTo(List.of("open", "triggered", "new"));
            Caller.good(caller.post(CONVERSATIONS + "/" + cancelled + "/cancel", ""));
            await(caller, expiring, "running");
            assertThat(seen(caller, expiring)).isEqualTo(List.of("open", "in_progress", "new"));
            await(caller, expiring, "expired");
            assertThat(seen(caller, expiring)).isEqualTo(List.of("closed_unresolved", "completed", "resolved"));
            assertThat(Instant.parse(get(caller, expiring).get("completed_at").stringValue()))
                    .isBetween(end, end.plus(LATE));
            await(caller, silent, "expired");
            JsonNode quiet = get(caller, silent);
            Instant due = Instant.parse(quiet.get("inserted_at").stringValue()).plusSeconds(3);
            assertThat(Instant.parse(quiet.get("completed_at").stringValue())).isBetween(due, due.plus(LATE));
            assertThat(status(caller, cancelled)).isEqualTo("cancelled");
        }
    }

    private static String create(Caller caller, String members) {
        return caller.post(CONVERSATIONS, "{" + members + "}")
                .json()
                .at("/data/id")
                .stringValue();
    }

    private static JsonNode get(Caller caller, String id) {
        return caller.body(CONVERSATIONS + "/" + id).get("data");
    }

    private static String status(Caller caller, String id) {
        return get(caller, id).get("status").stringValue();
    }

    private static void await(Caller caller, String id, String status) {
        assertThat(Waiting.until(PATIENCE, () -> status(caller, id).equals(status)))
                .as(status)
                .isTrue();
    }

    /// The status as OpenCX, Anyreach and OHallo have it.
    private static List<String> seen(Caller caller, String id) {
        JsonNode anyreach = caller.body("/core/conversations?columns=id,status&limit=100");
        return List.of(
                caller.body("/chat/sessions/" + id).get("status").stringValue(),
                anyreach.values().stream()
                        .filter(each -> each.get("id").stringValue().equals(id))
                        .map(each -> each.get("status").stringValue())
                        .findFirst()
                        .orElse("none"),
                caller.body("/api/conversations/" + id).get("status").stringValue());
    }
}
