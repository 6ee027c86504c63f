package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Served;
import dev.parlance.dialect.Sketch;
import dev.parlance.query.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twenty-three conversations of five instants, and as many of instants of their own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {
    private static final int COUNT = 23;

    private Served tied;
    private Served apart;

    @BeforeAll
    void serve() {
        tied = Served.of(Anyreach::dialect, rows(5));
        apart = Served.of(Anyreach::dialect, rows(COUNT));
    }

    @AfterAll
    void close() {
        tied.close();
        apart.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 22, 23, 24, 1000})
    void linksLeadToEveryConversationOnceEvenAmongTies(int limit) {
        assertThat(walkByLinks(tied, limit)).isEqualTo(everyNumber());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 22, 23, 24, 1000})
    void clientsOwnCursorsLoseNothingAmongInstantsOfTheirOwn(int limit) {
        assertThat(walkByCreated(apart, limit)).isEqualTo(everyNumber());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 22, 23, 24, 1000})
    void clientsOwnCursorsLoseOnlyTiesAtThePagesEdge(int limit) {
        List<Long> seen = walkByCreated(tied, limit);
        Set<Integer> instants =
                seen.stream().map(number -> (int) ((number - 1) * 5 / COUNT)).collect(Collectors.toSet());
        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(instants).hasSize(5);
    }

    @Test
    void bothCursorsMayBeMixed() {
        var first = apart.get(Anyreach.CONVERSATIONS + "?limit=3");
        var second = apart.get(Anyreach.CONVERSATIONS + "?limit=3&cursor=" + createdCursor(first));
        var third = apart.get(findNext(second).orElseThrow());
        assertThat(third.numbers("")).isEqualTo(everyNumber().subList(6, 9));
    }

    @Test
    void aLinkKeepsEveryOtherParameter() {
        var first = tied.get(Anyreach.CONVERSATIONS
                + "?user_id=a%26b%20%C3%A5%3E&cursor=&limit=4&columns=id&direction=inbound&limit=3");
        assertThat(findNext(first).orElseThrow())
                .matches("/core/conversations\\?user_id=a%26b\\+%C3%A5%3E&limit=4&columns=id&direction=inbound&limit=3"
                        + "&cursor=[\\w-]+");
        assertThat(tied.get(findNext(first).orElseThrow()).numbers(""))
                .isEqualTo(everyNumber().subList(3, 6));
    }

    @Test
    void thereIsNoLinkWhenNothingFollows() {
        assertThat(findNext(tied.get(Anyreach.CONVERSATIONS + "?limit=23"))).isEmpty();
        assertThat(findNext(tied.get(Anyreach.CONVERSATIONS + "?limit=22"))).isPresent();
        assertThat(findNext(tied.get(Anyreach.CONVERSATIONS + "?status=failed")))
                .isEmpty();
    }

    private static List<Long> walkByLinks(Served served, int limit) {
        List<Long> seen = new ArrayList<>();
        Optional<String> next = Optional.of(Anyreach.CONVERSATIONS + "?limit=" + limit);
        while (next.isPresent()) {
            var page = served.get(next.get());
            seen.addAll(page.numbers(""));
            assertThat(page.numbers("").size()).isBetween(1, limit);
            next = findNext(page);
        }
        return seen;
    }

    /// As the vendor's page says: until a page has fewer than the limit.
    private static List<Long> walkByCreated(Served served, int limit) {
        List<Long> seen = new ArrayList<>();
        String cursor = "";
        while (true) {
            var page = served.get(Anyreach.CONVERSATIONS + "?limit=" + limit + cursor);
            seen.addAll(page.numbers(""));
            if (page.numbers("").size() < limit) {
                return seen;
            }
            cursor = "&cursor=" + createdCursor(page);
        }
    }

    private static String createdCursor(Served.Answered page) {
        String created =
                page.json().get(page.json().size() - 1).get("created_at").stringValue();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(created.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> findNext(Served.Answered page) {
        return page.findHeader("Link").map(link -> {
            assertThat(link).matches("<[^>]+>; rel=\"next\"");
            return link.substring(1, link.indexOf('>'));
        });
    }

    private static List<Row> rows(int instants) {
        return IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> Sketch.of(number)
                        .created("2026-03-01T00:00:00.0000%02dZ".formatted(10 + (number - 1) * instants / COUNT))
                        .links(new Conversation.Links("A&B å>", null, null, null, null))
                        .row())
                .toList();
    }

    private static List<Long> everyNumber() {
        return LongStream.range(0, COUNT).mapToObj(number -> COUNT - number).toList();
    }
}
