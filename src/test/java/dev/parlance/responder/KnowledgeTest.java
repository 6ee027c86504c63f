package dev.parlance.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.KnowledgeItem;
import dev.parlance.conversation.TenantId;
import dev.parlance.store.Household;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What is found in a tenant's knowledge.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowledgeTest {
    private final Household house = new Household();
    private final Knowledge knowledge = house.knowledge();

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void theRarestWordsCountMost() {
        TenantId tenant = tenant("rare");
        List<KnowledgeItem> many = IntStream.range(0, 50)
                .mapToObj(i -> item("i" + i, "How to use the thing " + i, "You can use the thing in the usual way."))
                .toList();
        knowledge.keep(tenant, many);
        knowledge.keep(tenant, List.of(item("cancel", "Cancelling", "You can cancel with a click on the button.")));
        assertThat(found(tenant, "How can I cancel the thing?", 3)).hasSize(3).startsWith("cancel");
        assertThat(found(tenant, "cancellation?", 3)).isEmpty();
        assertThat(found(tenant, "CÀNCEL", 3)).containsExactly("cancel");
    }

    @Test
    void wordsAreFoundByTheirBeginningAndInEveryScript() {
        TenantId tenant = tenant("scripts");
        knowledge.keep(
                tenant,
                List.of(
                        item("refunds", "Refunds", "Refunds take a week; it's quick, isn't it?"),
                        item("ja", "返品", "返品は30日以内にできます"),
                        item("ru", "Возврат", "Возврат в течение 30 дней")));
        assertThat(found(tenant, "refund", 5)).containsExactly("refunds");
        assertThat(found(tenant, "返品できますか", 5)).containsExactly("ja");
        assertThat(found(tenant, "возврат", 5)).containsExactly("ru");
        assertThat(found(tenant, "it's ' \\ :* & |", 5)).containsExactly("refunds");
        assertThat(found(tenant, "?!", 5)).isEmpty();
    }

    @Test
    void anItemIsReplacedByItsIdAndRemoved() {
        TenantId tenant = tenant("replaced");
        assertThat(knowledge.keep(tenant, List.of(item("a", "One", "apple"), item("b", "Two", "pear"))))
                .isEqualTo(new Knowledge.Kept(2, 0, 0));
        assertThat(knowledge.keep(tenant, List.of(item("a", "One", "apple"), item("b", "Two", "plum"))))
                .isEqualTo(new Knowledge.Kept(0, 1, 1));
        assertThat(found(tenant, "pear plum", 5)).containsExactly("b");
        assertThat(knowledge.remove(tenant, List.of("b", "c"))).isOne();
        assertThat(found(tenant, "plum", 5)).isEmpty();
    }

    @Test
    void knowledgeStaysWithItsTenant() {
        TenantId one = tenant("own");
        TenantId other = tenant("foreign");
        knowledge.keep(one, List.of(item("a", "Secret", "a secret")));
        assertThat(found(other, "secret", 5)).isEmpty();
        assertThat(found(one, "secret", 5)).containsExactly("a");
    }

    private TenantId tenant(String name) {
        return house.store().tenant(name).id();
    }

    private List<String> found(TenantId tenant, String question, int most) {
        return knowledge.retrieve(tenant, question, most).stream()
                .map(KnowledgeItem::id)
                .toList();
    }

    private static KnowledgeItem item(String id, String title, String text) {
        return new KnowledgeItem(id, title, text, Instant.parse("2026-01-01T00:00:00Z"));
    }
}
