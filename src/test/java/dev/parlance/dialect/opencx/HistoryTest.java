package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Step;
import dev.parlance.dialect.Served;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import dev.parlance.journal.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistoryTest {
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());
    private static final Talks TALKS = new Talks(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void anImportedSessionHasItsMessages() {
        UUID one = new UUID(0, 1);
        assertThat(TALKS.told(one))
                .containsExactly(
                        "message contact: My refund for order 10442 has not arrived.",
                        "message ai: Let me look.",
                        "message ai: It is promised.",
                        "agent_message human_agent: It is on its way.");
        JsonNode first = TALKS.history(one).getFirst();
        assertThat(first.toString())
                .isEqualTo("{\"id\":\"" + new UUID(1, 1) + "\",\"created_at\":\"2026-03-01T08:00:00.000Z\","
                        + "\"event\":{\"type\":\"message\",\"sender\":{\"type\":\"contact\",\"name\":\"Mara Lindqvist\"},"
                        + "\"content\":{\"type\":\"text\",\"text\":\"My refund for order 10442 has not arrived.\"},"
                        + "\"attachments\":[],\"context\":{}}}");
    }

    /// What is done inside the product, by whom it may be.
    @Test
    void whateverHappensIsToldInOrder() {
        UUID id = eventful();
        assertThat(TALKS.told(id))
                .containsExactly(
                        "message contact: A person, please",
                        "message ai: One moment",
                        "handoff ai: Wants a person",
                        "agent_took_session_from_ai human_agent",
                        "agent_assigned_by_user human_agent",
                        "tag_added_by_agent human_agent",
                        "agent_comment human_agent: Looks like order 10442",
                        "agent_message human_agent: Hello, Ann here",
                        "team_assigned_by_user human_agent",
                        "tag_added_by_agent human_agent",
                        "tag_removed_by_agent human_agent",
                        "agent_unassigned_by_user human_agent",
                        "team_unassigned_by_user human_agent",
                        "ai_resumed_by_system human_agent",
                        "closed_resolved_by_agent human_agent",
                        "csat_submitted contact");
    }

    @Test
    void whatHappenedHasItsParticulars() {
        UUID id = eventful();
        List<String> contexts = TALKS.history(id).stream()
                .map(item -> item.at("/event/context").toString())
                .toList();
        assertThat(contexts)
                .contains(
                        "{\"assignee_id\":\"ann\"}",
                        "{\"tags\":[\"a, b\",\"billing\"]}",
                        "{\"tags\":[\"refund\"]}",
                        "{\"tags\":[\"a, b\"]}",
                        "{\"status\":\"closed_resolved\"}",
                        "{\"score\":5}");
    }

    private static UUID eventful() {
        UUID id = TALKS.create("{}");
        TALKS.says(id, "A person, please");
        does(id, new By(By.Kind.AI, "bot"), say(Author.AI, "One moment"), handOff("Wants a person"));
        By ann = new By(By.Kind.PERSON, "ann");
        does(
                id,
                ann,
                Deed.Move.by(Step.TAKE_OVER),
                new Deed.Assign("ann"),
                new Deed.JoinTeam(new Draft.TeamDraft(null, "Billing", null)),
                new Deed.Tag(Set.of("billing", "a, b"), Set.of()),
                new Deed.Note("Looks like order 10442"),
                say(Author.HUMAN, "Hello, Ann here"));
        does(id, ann, new Deed.Tag(Set.of("refund"), Set.of("a, b")), new Deed.Assign(null), new Deed.JoinTeam(null));
        does(id, ann, Deed.Move.by(Step.RELEASE), Deed.Move.by(Step.RESOLVE));
        does(id, new By(By.Kind.CONTACT, "c"), new Deed.Rate(5, "Quick"));
        return id;
    }

    @Test
    void everyoneClosesAndOpensInTheirOwnWords() {
        assertThat(closings(By.Kind.PERSON))
                .containsExactly("closed_resolved_by_agent", "agent_reopened_session", "closed_unresolved_by_agent");
        assertThat(closings(By.Kind.API))
                .containsExactly("closed_resolved_by_api", "integration_reopened_session", "closed_unresolved_by_api");
        assertThat(closings(By.Kind.CONTACT))
                .containsExactly(
                        "closed_resolved_by_contact", "system_reopened_session", "closed_unresolved_by_system");
        assertThat(closings(By.Kind.AI))
                .containsExactly(
                        "ai_decided_to_resolve_the_issue", "ai_reopened_session", "closed_unresolved_by_system");
        assertThat(closings(By.Kind.SYSTEM))
                .containsExactly("closed_resolved_by_system", "system_reopened_session", "closed_unresolved_by_system");
    }

    private static List<String> closings(By.Kind kind) {
        UUID id = TALKS.create("{}");
        By by = new By(kind, "x");
        does(id, by, Deed.Move.by(Step.RESOLVE));
        does(id, by, Deed.Move.by(Step.REOPEN));
        does(id, by, Deed.Move.by(Step.EXPIRE));
        return TALKS.told(id).stream().map(line -> line.split(" ", 2)[0]).toList();
    }

    @Test
    void pagesFollowOneAnotherAndNewEventsComeAtTheEnd() {
        UUID id = TALKS.create("{}");
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            deeds.add(say(Author.CONTACT, "m" + i));
            deeds.add(new Deed.Note("n" + i));
        }
        does(id, new By(By.Kind.PERSON, "ann"), deeds.toArray(Deed[]::new));
        String path = Talks.path(id) + "/history";
        Served.Answered first = SERVED.get(path);
        assertThat(first.json().get("items")).hasSize(100);
        String next = first.json().get("next").stringValue();
        TALKS.says(id, "last");
        List<String> told = TALKS.told(id);
        assertThat(told).hasSize(261).last().isEqualTo("message contact: last");
        for (int i = 0; i < 130; i++) {
            assertThat(told.get(2 * i)).endsWith(": m" + i);
            assertThat(told.get(2 * i + 1)).endsWith(": n" + i);
        }
        assertThat(SERVED.get(path + "?cursor=" + next)
                        .json()
                        .at("/items/0/event/content/text")
                        .stringValue())
                .isEqualTo("m50");
        Served.Answered other = SERVED.get(Talks.path(new UUID(0, 1)) + "/history?cursor=" + next);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json().get("message").stringValue()).isEqualTo("cursor belongs to another session");
        assertThat(SERVED.get(path + "?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void onlyWhoMayReadWhatIsSaidReadsTheHistory() {
        String path = Talks.path(new UUID(0, 1)) + "/history";
        assertThat(SERVED.get("safe", path).status()).isEqualTo(403);
        assertThat(SERVED.get("none", path).status()).isEqualTo(403);
        assertThat(SERVED.get("unknown", path).status()).isEqualTo(401);
        assertThat(SERVED.get("other", path).status()).isEqualTo(404);
        assertThat(SERVED.get("north", path).status()).isEqualTo(404);
        assertThat(SERVED.get(Talks.SESSIONS + "/17/history").status()).isEqualTo(400);
    }

    static void does(UUID session, By by, Deed... deeds) {
        SERVED.doors().desk().act(Served.access("full"), session, List.of(deeds), Stamp.of(by));
    }

    private static Deed say(Author author, String text) {
        return new Deed.Say(null, author, null, text, List.of(), List.of());
    }

    private static Deed handOff(String summary) {
        return new Deed.HandOff(new Handoff(summary, null, null));
    }
}
