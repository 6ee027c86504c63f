package dev.parlance.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.TenantId;
import dev.parlance.journal.Feed;
import dev.parlance.query.Answer;
import dev.parlance.query.InstantField;
import dev.parlance.query.Oracle;
import dev.parlance.query.Query;
import dev.parlance.query.RandomQueries;
import dev.parlance.query.RandomRows;
import dev.parlance.query.Row;
import dev.parlance.query.Uses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantIndexTest {
    private static final TenantId TENANT = new TenantId(1);
    private static final int COUNT = 400;

    private final Random random = new Random(7);
    private final RandomRows made = new RandomRows(7);

    private record Moment(TenantIndex index, List<Row> rows) {}

    @Test
    void everyAnswerIsTheOraclesWhileConversationsChange() {
        List<Row> rows = new ArrayList<>(made.rows(COUNT));
        Indexer indexer = new Indexer();
        indexer.harvest();
        rows.forEach(row -> indexer.put(Uses.subject(row)));
        List<Moment> moments = new ArrayList<>();
        int known = 0;
        for (int round = 0; round < 120; round++) {
            Moment moment = new Moment(indexer.written(), List.copyOf(rows));
            known += compare(moment, round);
            if (round % 10 == 0) {
                moments.add(moment);
            }
            for (int i = 0; i < 20; i++) {
                change(indexer, rows);
            }
        }
        assertThat(known).isGreaterThan(2_000);
        for (Moment moment : moments) {
            compare(moment, 1_000);
        }
    }

    private void change(Indexer indexer, List<Row> rows) {
        int which = random.nextInt(rows.size() + 1);
        Row other = made.row(which + 1);
        if (which == rows.size()) {
            rows.add(other);
            indexer.put(Uses.subject(other));
        } else if (random.nextInt(3) == 0) {
            rows.set(which, other);
            indexer.put(Uses.subject(other));
        } else {
            Row before = rows.get(which);
            Row grown = grown(before, other);
            rows.set(which, grown);
            Feed.Subject added = added(before, grown);
            assertThat(indexer.suffices(added)).isTrue();
            indexer.put(added);
        }
    }

    /// As the other one, but with all that was said before, and of the same contact.
    private static Row grown(Row before, Row other) {
        List<Message> messages = new ArrayList<>(before.messages());
        messages.addAll(other.messages());
        Conversation own = before.conversation();
        Conversation now = other.conversation();
        return new Row(
                new Conversation(
                        now.id(),
                        now.number(),
                        now.workspace(),
                        now.channel(),
                        now.channelAccount(),
                        now.direction(),
                        now.state(),
                        own.words(),
                        now.standing(),
                        now.times(),
                        now.counts(),
                        own.contact(),
                        now.agent(),
                        now.links(),
                        now.team(),
                        now.tags(),
                        now.customData(),
                        now.handoff(),
                        now.ticketingSystem(),
                        now.recording(),
                        now.origin()),
                messages);
    }

    /// What a change that only adds tells: sometimes more than was added.
    private Feed.Subject added(Row before, Row grown) {
        Feed.Subject former = Uses.subject(before);
        Feed.Subject whole = Uses.subject(grown);
        Set<Feed.Use> uses = new HashSet<>(whole.uses());
        Set<String> words = new HashSet<>(whole.words());
        if (random.nextBoolean()) {
            uses.removeAll(former.uses());
            words.removeAll(former.words());
        }
        return new Feed.Subject(grown.conversation(), uses, words, false);
    }

    @Test
    void whatCannotBeToldByAnAdditionAloneIsAskedForWhole() {
        Indexer indexer = new Indexer();
        Row row = made.row(1);
        while (row.conversation().contact() == null) {
            row = made.row(1);
        }
        Feed.Subject whole = Uses.subject(row);
        Feed.Subject part = new Feed.Subject(row.conversation(), Set.of(), Set.of(), false);
        assertThat(indexer.suffices(whole)).isTrue();
        assertThat(indexer.suffices(part)).as("of an unknown conversation").isFalse();
        indexer.put(whole);
        indexer.written();
        assertThat(indexer.suffices(part)).isTrue();
        Row other = made.row(1);
        while (row.conversation().contact().equals(other.conversation().contact())) {
            other = made.row(1);
        }
        part = new Feed.Subject(other.conversation(), Set.of(), Set.of(), false);
        assertThat(indexer.suffices(part)).as("of another contact").isFalse();
    }

    private static int compare(Moment moment, int seed) {
        Oracle oracle = new Oracle().with(TENANT, moment.rows());
        RandomQueries queries = new RandomQueries(seed, moment.rows());
        int known = 0;
        for (int i = 0; i < 40; i++) {
            Query query = queries.next();
            if (Evaluation.knows(query.filter())) {
                known++;
                compare(moment.index(), query, oracle.answer(TENANT, query.counted()));
            }
        }
        return known;
    }

    private static void compare(TenantIndex index, Query query, Answer expected) {
        Search search = Search.of(index, query);
        List<Long> found = search.listPage();
        List<Long> page = found.stream().limit(query.page().limit()).toList();
        assertThat(page)
                .as("%s", query)
                .isEqualTo(expected.rows().stream()
                        .map(row -> row.conversation().number())
                        .toList());
        assertThat(found.size() > page.size()).as("more of %s", query).isEqualTo(expected.more());
        assertThat(Search.of(index, query.counted()).total())
                .as("total of %s", query)
                .isEqualTo(expected.total().orElseThrow());
    }

    @Test
    void anOldValueIsForgottenAndItsPlaceUsedAgain() {
        Indexer indexer = new Indexer();
        TenantIndex index = indexer.written();
        for (int i = 0; i < 20_000; i++) {
            indexer.put(Uses.subject(made.row(1)));
            index = indexer.written();
        }
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.documents().by(InstantField.CREATED).order().size()).isEqualTo(1);
        assertThat(index.documents().limit()).isLessThan(3_000);
    }
}
