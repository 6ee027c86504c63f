package dev.parlance.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Feed;
import dev.parlance.query.Answer;
import dev.parlance.query.Oracle;
import dev.parlance.query.Query;
import dev.parlance.query.RandomQueries;
import dev.parlance.query.RandomRows;
import dev.parlance.query.Row;
import dev.parlance.query.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class TenantIndexTest {
    private static final TenantId TENANT = new TenantId(1);

    @Test
    void everyAnswerIsTheOraclesWhileConversationsChange() {
        Random random = new Random(7);
        RandomRows made = new RandomRows(7);
        List<Row> rows = new ArrayList<>(made.rows(400));
        TenantIndex index = new TenantIndex();
        rows.forEach(row -> index.put(Uses.subject(row)));
        int known = 0;
        for (int round = 0; round < 60; round++) {
            known += compare(index, rows, round);
            for (int i = 0; i < 20; i++) {
                int which = random.nextInt(rows.size());
                Row changed = made.row(which + 1);
                rows.set(which, changed);
                index.put(Uses.subject(changed));
            }
        }
        assertThat(known).isGreaterThan(1_000);
    }

    private static int compare(TenantIndex index, List<Row> rows, int seed) {
        Oracle oracle = new Oracle().with(TENANT, rows);
        RandomQueries queries = new RandomQueries(seed, rows);
        int known = 0;
        for (int i = 0; i < 40; i++) {
            Query query = queries.next();
            if (Evaluation.knows(query.filter())) {
                known++;
                compare(index, query, oracle.answer(TENANT, query.counted()));
            }
        }
        return known;
    }

    private static void compare(TenantIndex index, Query query, Answer expected) {
        RoaringBitmap matching = new Evaluation(index).matching(query.filter());
        long total = matching == null ? index.size() : matching.getCardinality();
        List<Long> found = new Selection(index, query.sort()).page(matching, query.page());
        List<Long> page = found.stream().limit(query.page().limit()).toList();
        assertThat(page)
                .as("%s", query)
                .isEqualTo(expected.rows().stream()
                        .map(row -> row.conversation().number())
                        .toList());
        assertThat(found.size() > page.size()).as("more of %s", query).isEqualTo(expected.more());
        assertThat(total).as("total of %s", query).isEqualTo(expected.total().orElseThrow());
    }

    @Test
    void anOldValueIsForgotten() {
        TenantIndex index = new TenantIndex();
        RandomRows made = new RandomRows(1);
        for (int i = 0; i < 50; i++) {
            Feed.Subject subject = Uses.subject(made.row(1));
            index.put(subject);
        }
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.order(dev.parlance.query.InstantField.CREATED).size()).isEqualTo(1);
    }
}
