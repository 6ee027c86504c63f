package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.command.House;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Command;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Drafts;
import dev.parlance.journal.Stamp;
import dev.parlance.responder.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Responders and knowledge as they are set by commands, beside a running server that goes by them.
class RespondersTest {
    private static final Site SITE = Site.shared();

    @Test
    void aResponderIsSetShownAndTakenAway() {
        SITE.tenant("responders");
        assertThat(shown()).isEqualTo("none");
        SITE.run(
                        "responder",
                        "set",
                        "--tenant",
                        "responders",
                        "webhook",
                        "--url",
                        "https://a.example/t",
                        "--secret-env",
                        "S")
                .with(0);
        assertThat(shown()).isEqualTo("webhook --url https://a.example/t --secret-env S --timeout 20s --attempts 4");
        SITE.run("responder", "set", "--tenant", "responders", "none").with(0);
        assertThat(shown()).isEqualTo("none");
        assertThat(SITE.run("responder", "show", "--tenant", "nobody").with(1).err())
                .contains("There is no tenant nobody.");
    }

    @Test
    void theServerAnswersFromKnowledgeThatACommandBrought(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("faq.ndjson");
        Files.writeString(file, """
                {"id": "returns", "title": "Returns", "text": "Goods can be returned within 30 days."}
                {"id": "hours", "title": "Hours", "text": "Nine to five."}
                {"id": "bad", "title": 1, "words": 2}
                nonsense
                """);
        Path told = Files.writeString(folder.resolve("told.txt"), "Be brief.");
        SITE.tenant("knowing");
        bring(file);
        answer(told);
    }

    private static void bring(Path file) {
        Ended ended = SITE.run("knowledge", "import", file.toString(), "--tenant", "knowing")
                .with(3);
        assertThat(ended.lastLine()).isEqualTo("read 4, created 2, updated 0, unchanged 0, rejected 2");
        assertThat(ended.err())
                .contains(file + ":3: ", "title: a whole number where text is expected", "words: unknown member")
                .contains(file + ":4: ");
        assertThat(SITE.run("knowledge", "remove", "hours", "gone", "--tenant", "knowing")
                        .with(0)
                        .lastLine())
                .isEqualTo("removed 1");
    }

    private static void answer(Path told) throws IOException {
        try (Endpoint model = Endpoint.saying("""
                {"choices": [{"message": {"content": "Within 30 days [1]."}}]}
                """)) {
            choose(model, told);
            UUID id = ask("knowing", "Can goods be returned?");
            Caller caller = SITE.token("knowing");
            assertThat(Waiting.until(
                            Duration.ofSeconds(20),
                            () -> caller.body("/api/conversations?q=within&limit=1")
                                            .get("total")
                                            .intValue()
                                    == 1))
                    .isTrue();
            assertThat(caller.body("/resource-usage/knowledge/returns/conversations")
                            .at("/conversations/0/session_id")
                            .asString(""))
                    .as(caller.get("/resource-usage/knowledge/returns/conversations")
                            .text())
                    .isEqualTo(id.toString());
        }
    }

    private static void choose(Endpoint model, Path told) {
        SITE.run(
                        "responder",
                        "set",
                        "--tenant",
                        "knowing",
                        "openai",
                        "--url",
                        model.url("/v1").toString(),
                        "--model",
                        "m",
                        "--instructions",
                        told.toString())
                .with(0);
    }

    private static UUID ask(String tenant, String question) {
        try (House house = SITE.house()) {
            TenantId id = house.tenant(tenant).id();
            UUID conversation = UUID.randomUUID();
            Deed said = new Deed.Say(null, Author.CONTACT, null, question, List.of(), List.of());
            house.writer()
                    .write(
                            id,
                            List.of(new Command.Open(
                                    Drafts.of("asked").id(conversation).draft(),
                                    List.of(said),
                                    Stamp.of(By.api("test")))));
            return conversation;
        }
    }

    private static String shown() {
        return SITE.run("responder", "show", "--tenant", "responders").with(0).lastLine();
    }
}
