package dev.parlance.dialect.parrotmob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Asked;
import dev.parlance.problem.Mistake;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Page;
import dev.parlance.query.Sort;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingReaderTest {
    @Test
    void nothingAskedIsTheNewestFifty() {
        assertThat(read(""))
                .isEqualTo(new Listing(new Filter.All(List.of()), Sort.newestFirst(InstantField.CREATED), 50, 0));
    }

    @Test
    void aLimitOfNoneIsEveryRowAfterTheOffset() {
        Listing all = read("limit=0&offset=7");
        assertThat(all.isLong()).isTrue();
        assertThat(all.query().page()).isEqualTo(new Page.Offset(7, Page.UNLIMITED));
    }

    @Test
    void aLimitBeyondAnyPageIsHeldInNoMemory() {
        assertThat(read("limit=1000").isLong()).isFalse();
        assertThat(read("limit=1001").isLong()).isTrue();
        assertThat(read("limit=9223372036854775807").query().page()).isEqualTo(new Page.Offset(0, Page.UNLIMITED));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, true",
        "limit=%200&color=red, true",
        "limit=000, true",
        "limit=1, false",
        "'', false",
        "limit=, false",
        "limit=x, false",
        "limit=0&limit=5, false"
    })
    void onlyAllRowsCountAsAStream(String query, boolean stream) {
        assertThat(ListingReader.wantsAll(Asked.request(query))).isEqualTo(stream);
    }

    @Test
    void idsAreExact() {
        assertFilter("audience_membership_id=m%201", new Filter.OneOf(Field.AUDIENCE_MEMBERSHIP, Set.of("m 1")));
        assertFilter("conversation_graph_id=g", new Filter.OneOf(Field.CONVERSATION_GRAPH, Set.of("g")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void supportHasTwoNames(String value) {
        Filter filter = new Filter.OneOf(Field.SUPPORT_REQUIRED, Set.of(value));
        assertFilter("support_required=" + value, filter);
        assertFilter("requires_support=" + value, filter);
        assertFilter("requires_support=" + value + "&support_required=" + value, filter);
    }

    @Test
    void theTwoNamesMustAgree() {
        assertThat(mistakes("requires_support=true&support_required=false"))
                .extracting(Mistake::field)
                .containsExactly("requires_support");
    }

    @Test
    void anyTerminalIsThreeStatuses() {
        assertFilter("status=ready", new Filter.OneOf(Field.STATE, Set.of("ready", "token_created", "triggered")));
        assertFilter(
                "status=any_terminal",
                new Filter.OneOf(
                        Field.STATE,
                        Set.of(
                                "resolved",
                                "unresolved",
                                "transferred",
                                "expired",
                                "unanswered",
                                "failed",
                                "cancelled")));
    }

    @Test
    void ordersDoWhatTheySay() {
        assertThat(read("order_by=inserted_at_asc").sort()).isEqualTo(Sort.oldestFirst(InstantField.CREATED));
        assertThat(read("order_by=inserted_at_desc").sort()).isEqualTo(Sort.newestFirst(InstantField.CREATED));
        assertThat(read("order_by=updated_at_asc").sort()).isEqualTo(Sort.oldestFirst(InstantField.UPDATED));
        assertThat(read("order_by=updated_at_desc").sort()).isEqualTo(Sort.newestFirst(InstantField.UPDATED));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, -1",
        "limit, 1.0",
        "limit, ten",
        "limit, ''",
        "limit, 9223372036854775808",
        "offset, -1",
        "offset, x",
        "offset, 99999999999999999999999999",
        "support_required, yes",
        "support_required, TRUE",
        "requires_support, ''",
        "status, done",
        "status, ''",
        "order_by, number",
        "sort_by, updated_at_desc",
        "limit[], 5",
        "'', x"
    })
    void aMistakeNamesItsParameter(String name, String value) {
        assertThat(mistakes(name + "=" + value)).singleElement().satisfies(mistake -> {
            assertThat(mistake.place()).isEqualTo(Mistake.Place.QUERY);
            assertThat(mistake.field()).isEqualTo(name);
        });
    }

    @Test
    void allMistakesComeAtOnce() {
        assertThat(mistakes("limit=-1&offset=x&status=x&order_by=x&support_required=x&requires_support=x&a=1&b=2&a=3"))
                .extracting(Mistake::field)
                .containsExactlyInAnyOrder(
                        "limit", "offset", "status", "order_by", "support_required", "requires_support", "a", "b");
    }

    private static void assertFilter(String query, Filter filter) {
        assertThat(read(query).filter()).isEqualTo(new Filter.All(List.of(filter)));
    }

    private static List<Mistake> mistakes(String query) {
        return Asked.mistakes(() -> read(query));
    }

    private static Listing read(String query) {
        return ListingReader.read(Asked.request(query));
    }
}
