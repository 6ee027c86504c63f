package dev.parlance.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.TenantId;
import dev.parlance.index.IndexedConversations;
import dev.parlance.journal.Followers;
import dev.parlance.journal.Outcome;
import dev.parlance.journal.Writer;
import dev.parlance.query.TruthTable;
import dev.parlance.store.PostgresConversations;
import dev.parlance.store.PostgresFeed;
import dev.parlance.store.PostgresLedger;
import dev.parlance.store.StoreFixture;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The truth table of the documents, asked of those who answer questions.
class TruthTableTest {
    @Test
    void sqlAndTheIndexAnswerAsTheDocumentSays() {
        try (StoreFixture store = StoreFixture.open()) {
            TruthTable table = TruthTable.read();
            TenantId tenant = store.tenant("truth table").id();
            Writer writer = new Writer(new PostgresLedger(store.database(), Clock.systemUTC()), new Followers());
            List<Outcome> outcomes = writer.write(tenant, table.puts());
            assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Created);

            PostgresConversations sql = new PostgresConversations(store.database());
            table.isAnsweredBy(sql, tenant);
            try (var index = new IndexedConversations(sql, sql, new PostgresFeed(store.database()))) {
                index.load(tenant);
                table.isAnsweredBy(index, tenant);
            }
        }
    }
}
