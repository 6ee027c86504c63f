package dev.parlance.understanding;

import static dev.parlance.store.Household.becomes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.clock.Errand;
import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Author;
import dev.parlance.conversation.By;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.conversation.SummaryBy;
import dev.parlance.journal.Change;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Drafts;
import dev.parlance.responder.Endpoint;
import dev.parlance.responder.Responder;
import dev.parlance.responder.TenantModel;
import dev.parlance.store.Errands;
import dev.parlance.store.Household;
import dev.parlance.store.PostgresAgenda;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is found out about conversations after a turn, and what is left as somebody gave it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnderstandingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUESTION = "Where is my order? I have been waiting for it since Monday.";

    private final Household house = new Household();
    private Endpoint model = Endpoint.saying("");

    @BeforeAll
    void serve() {
        Errand understanding = new Understanding(
                house.conversations(),
                house.writer(),
                new PostgresAgenda(house.store().database()),
                new TenantModel(house.responders(), name -> null),
                Clock.systemUTC());
        house.serve(new Errands.Lane(understanding, 2, Duration.ofMillis(100)));
    }

    @AfterEach
    void rest() {
        house.responders().set(house.tenant().id(), null);
        model.close();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void withoutAModelTheSummaryIsAnExtractAndSentimentIsLeftOpen() {
        UUID id = house.open(contact(QUESTION), ai("It left us yesterday."));
        Conversation after = understood(id);
        assertThat(after.words().summary()).isEqualTo(QUESTION + " — It left us yesterday.");
        assertThat(after.words().summaryBy()).isEqualTo(SummaryBy.EXTRACT);
        assertThat(after.words().language()).isEqualTo("en");
        assertThat(after.standing().sentiment()).isNull();
        assertThat(after.standing().aiClosure()).isNull();
        assertThat(house.changes(id, Change.Kind.DESCRIBED).getLast().by()).isEqualTo(By.system("understanding"));
        house.act(id, contact("And now?"), ai("It arrives today."));
        assertThat(understood(id).words().summary()).isEqualTo(QUESTION + " — It arrives today.");
    }

    @Test
    void aSummaryThatSomebodyGaveStays() {
        UUID given = house.open(contact(QUESTION));
        house.act(given, new Deed.Describe(null, "Ann's words", null, null, null, null), ai("Tomorrow."));
        assertThat(understood(given).words().summary()).isEqualTo("Ann's words");
        UUID imported = UUID.randomUUID();
        house.write(Drafts.of("imported")
                .id(imported)
                .state(State.ACTIVE)
                .summary("the import's words")
                .messages(Drafts.message(Author.CONTACT, QUESTION))
                .put());
        assertThat(house.wakes("understand")).as("imports are not looked at").isZero();
        house.act(imported, ai("Tomorrow."));
        assertThat(understood(imported).words().summary()).isEqualTo("the import's words");
        assertThat(house.conversation(imported).words().summaryBy()).isNull();
        assertThat(house.conversation(imported).words().language()).isEqualTo("en");
    }

    @Test
    void aPersonsSummaryReplacesOursForGood() {
        UUID id = house.open(contact(QUESTION), ai("Tomorrow."));
        understood(id);
        house.act(id, new Deed.Describe(null, "Ann's words", null, null, null, null), ai("Really."));
        Conversation after = understood(id);
        assertThat(after.words().summary()).isEqualTo("Ann's words");
        assertThat(after.words().summaryBy()).isNull();
    }

    @Test
    void theModelSummarizesFeelsAndJudges() {
        model("""
                Here it is: ```json
                {"summary": "Asked for the order; it left.", "sentiment": "happy", "closure": "assumed_resolved"}
                ```""");
        UUID id = house.open(contact(QUESTION), ai("It left us yesterday."));
        Conversation after = understood(id);
        assertThat(after.words().summary()).isEqualTo("Asked for the order; it left.");
        assertThat(after.words().summaryBy()).isEqualTo(SummaryBy.MODEL);
        assertThat(after.standing().sentiment()).isEqualTo(Sentiment.HAPPY);
        assertThat(after.standing().aiClosure()).isEqualTo(AiClosure.ASSUMED_RESOLVED);
        assertThat(model.last().json().at("/messages/1/content").stringValue())
                .isEqualTo("Customer: " + QUESTION + "\nAI: It left us yesterday.");
        model("{\"summary\": \"Asks again.\", \"sentiment\": \"angry\", \"closure\": \"open\"}");
        house.act(id, ai("It is late."));
        Conversation later = understood(id);
        assertThat(later.words().summary()).isEqualTo("Asks again.");
        assertThat(later.standing().sentiment()).isEqualTo(Sentiment.ANGRY);
        assertThat(later.standing().aiClosure()).isNull();
    }

    @Test
    void aHandoffStaysOneWhateverTheModelSays() {
        model("{\"summary\": \"Wants a refund.\", \"sentiment\": \"cheerful\", \"closure\": \"resolved\"}");
        UUID id = house.open(
                contact(QUESTION), ai("A colleague will help."), new Deed.HandOff(new Handoff("", null, null)));
        Conversation after = understood(id);
        assertThat(after.words().summary()).isEqualTo("Wants a refund.");
        assertThat(after.standing().aiClosure()).isEqualTo(AiClosure.HANDED_OFF);
        assertThat(after.standing().sentiment()).isNull();
    }

    @Test
    void aModelThatFailsLeavesAnExtractAndNobodyAlarmed() {
        listen(request -> Endpoint.Answered.status(400));
        UUID id = house.open(contact(QUESTION), ai("Tomorrow."));
        Conversation after = understood(id);
        assertThat(after.words().summaryBy()).isEqualTo(SummaryBy.EXTRACT);
        assertThat(house.attention(id)).isEmpty();
        assertThat(after.standing().supportRequired()).isFalse();
    }

    @Test
    void whatIsBlackedOutMeanwhileDoesNotComeBack() {
        UUID[] id = new UUID[1];
        listen(request -> {
            if (!request.body().contains("REDACTED")) {
                house.act(id[0], new Deed.Redact(null, null));
            }
            String seen = request.body().contains("REDACTED") ? "Nothing is known." : "A secret.";
            return said("{\"summary\": \"" + seen + "\"}");
        });
        id[0] = house.open();
        house.act(id[0], contact("my secret"), ai("It is safe."));
        assertThat(understood(id[0]).words().summary()).isEqualTo("Nothing is known.");
    }

    @Test
    void anExtractLeavesOutWhatIsBlackedOutAndIsNotLong() {
        UUID id = house.open(contact("word ".repeat(100)), ai("x".repeat(1_000)), Deed.Move.by(Step.RESOLVE));
        String summary = String.valueOf(understood(id).words().summary());
        assertThat(summary).hasSizeLessThan(500).contains("word… — xxx").endsWith("x…");
        UUID redacted = house.open(contact("my secret"), ai("It is safe."));
        house.act(redacted, new Deed.Redact(null, null));
        house.act(redacted, ai("Good bye."));
        assertThat(understood(redacted).words().summary()).isEqualTo("Good bye.");
    }

    private void model(String words) {
        listen(request -> said(words));
    }

    private void listen(Function<Endpoint.Asked, Endpoint.Answered> answer) {
        model.close();
        model = Endpoint.that(answer);
        Responder.Patience patience = new Responder.Patience(Duration.ofSeconds(5), 1);
        house.responders()
                .set(house.tenant().id(), new Responder.Model(model.url("/v1"), "m", null, null, 0, patience));
    }

    private static Endpoint.Answered said(String text) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("choices").addObject().putObject("message").put("content", text);
        return Endpoint.Answered.good(body.toString());
    }

    private Conversation understood(UUID id) {
        assertThat(becomes(PATIENCE, () -> house.wakes("understand") == 0)).isTrue();
        return house.conversation(id);
    }

    private static Deed contact(String text) {
        return new Deed.Say(null, Author.CONTACT, null, text, List.of(), List.of());
    }

    private static Deed ai(String text) {
        return new Deed.Say(null, Author.AI, null, text, List.of(), List.of());
    }
}
