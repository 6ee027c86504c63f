package dev.parlance.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.TenantId;
import org.junit.jupiter.api.Test;

class TruthTableTest {
    private static final TruthTable TABLE = TruthTable.read();

    @Test
    void everyRowOfTheDocumentIsRead() {
        assertThat(TABLE.cases().size()).isGreaterThan(100).isEqualTo((int) TruthTable.rowsOfTheDocument());
    }

    @Test
    void theOracleAnswersAsTheDocumentSays() {
        TenantId tenant = new TenantId(1);
        TABLE.isAnsweredBy(new Oracle().with(tenant, TABLE.rows()), tenant);
    }
}
