package dev.parlance.dialect.anyreach;

import static dev.parlance.tenant.Permission.CONVERSATIONS_READ;
import static dev.parlance.tenant.Permission.CONVERSATIONS_READ_SENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Asked;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Sort;
import dev.parlance.query.Span;
import dev.parlance.query.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingReaderTest {
    @Test
    void nothingAskedIsTheNewestHundredWithTranscripts() {
        assertThat(query(""))
                .isEqualTo(Query.of(new Filter.All(List.of()), Sort.newestFirst(InstantField.CREATED), Page.first(100))
                        .withTranscripts());
    }

    @Test
    void wordsBecomeSets() {
        assertFilter("direction=outbound", new Filter.OneOf(Field.DIRECTION, Set.of("outbound")));
        assertFilter("channel=telephone", new Filter.OneOf(Field.CHANNEL, Set.of("phone_voice")));
        assertFilter("status=triggered", new Filter.OneOf(Field.STATE, Set.of("scheduled", "ready", "triggered")));
        assertFilter("agent_version_id=v7", new Filter.OneOf(Field.AGENT_VERSION, Set.of("v7")));
        assertFilter("web_widget_id=w%26w", new Filter.OneOf(Field.WEB_WIDGET, Set.of("w&w")));
    }

    @Test
    void anAgentIsFoundByItsUuidAndByTheTextItWasMadeFrom() {
        String uuid = "9D4E1C7A-1F0E-5A2B-8A57-3C0D6F2B4E81";
        assertFilter("agent_id=" + uuid, new Filter.OneOf(Field.AGENT, Set.of("9d4e1c7a-1f0e-5a2b-8a57-3c0d6f2b4e81")));
        assertFilter(
                "agent_id=reception",
                new Filter.OneOf(
                        Field.AGENT, Set.of(StableId.of("agent", "reception").toString())));
    }

    @Test
    void partsAreLiteral() {
        assertFilter("user_id=%25_%5C", new Filter.Contains(TextField.USER, "%_\\"));
        assertFilter("agent_number=4684", new Filter.Contains(TextField.AGENT_NUMBER, "4684"));
        assertThat(query("user_id=&agent_number=").filter()).isEqualTo(Filter.EVERYTHING);
    }

    @Test
    void numbersAreAnyIntegerOf64Bits() {
        assertFilter("duration_above=-5", new Filter.Between(NumberField.DURATION, -5L, null));
        assertFilter("duration_below=%2B60", new Filter.Between(NumberField.DURATION, null, 60L));
        assertFilter(
                "user_turn_count_above=3000000000&user_turn_count_below=9223372036854775807",
                new Filter.Between(NumberField.USER_TURNS, 3_000_000_000L, Long.MAX_VALUE));
    }

    @Test
    void momentsBoundASpanFromInside() {
        Span span = new Span(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T10:00:00.123456Z"));
        assertFilter(
                "created_after=2026-03-01T01:00:00%2B01:00&created_before=2026-03-02T10:00:00.123456",
                new Filter.During(InstantField.CREATED, span));
        assertFilter(
                "updated_after=2026-03-01",
                new Filter.During(InstantField.UPDATED, new Span(Instant.parse("2026-03-01T00:00:00Z"), null)));
        assertFilter(
                "updated_before=2026-03-01",
                new Filter.During(InstantField.UPDATED, new Span(null, Instant.parse("2026-03-01T23:59:59.999999Z"))));
    }

    @Test
    void customMetadataIsContainment() {
        String json = "{\"plan\":{\"seats\":[1.50]}}";
        assertFilter(
                "custom_metadata=" + URLEncoder.encode(json, StandardCharsets.UTF_8),
                new Filter.CustomData(Filter.Owner.CONVERSATION, JsonText.of(JsonText.parse(json))));
    }

    @Test
    void theLastOfARepeatedParameterWinsAndUnknownOnesAreIgnored() {
        assertThat(query("limit=0&limit=7&color=red").page()).isEqualTo(Page.first(7));
    }

    @Test
    void aBareCursorIsStrictlyOlder() {
        Query query = query("limit=2&cursor=" + base64("2026-03-25T11:42:00Z"));
        assertThat(query.page()).isEqualTo(Page.first(2));
        assertThat(query.filter())
                .isEqualTo(new Filter.All(List.of(new Filter.During(
                        InstantField.CREATED, new Span(null, Instant.parse("2026-03-25T11:41:59.999999Z"))))));
    }

    @Test
    void nothingIsOlderThanTheBeginning() {
        assertFilter("cursor=" + base64("0001-01-01T00:00:00Z"), Filter.NOTHING);
    }

    @Test
    void ourCursorIsAPageAfter() {
        assertThat(query("limit=2&cursor=" + base64("2026-03-25T11:42:00Z|7")).page())
                .isEqualTo(new Page.After(Instant.parse("2026-03-25T11:42:00Z"), 7, 2));
    }

    @Test
    void anEmptyCursorIsTheFirstPage() {
        assertThat(query("cursor=").page()).isEqualTo(Page.first(100));
    }

    @Test
    void transcriptsAreAskedForOnlyWhenShown() {
        assertThat(query("columns=id,conversation").transcripts()).isTrue();
        assertThat(query("columns=id,summary").transcripts()).isFalse();
        assertThat(ListingReader.read(Asked.request("", CONVERSATIONS_READ))
                        .query()
                        .transcripts())
                .isFalse();
    }

    @Test
    void columnsAreTrimmedAndEmptyNamesMeanNothing() {
        assertThat(read("columns=status,%20id,,id").columns()).containsExactly(Column.ID, Column.STATUS);
        assertThat(read("columns=").columns()).containsExactly(Column.values());
        assertThat(read("columns=,").columns()).containsExactly(Column.values());
    }

    @ParameterizedTest
    @CsvSource({
        "direction, sideways, enum",
        "channel, phone_voice, enum",
        "status, COMPLETED, enum",
        "status, '', enum",
        "duration_above, 1.5, int_parsing",
        "duration_below, '', int_parsing",
        "user_turn_count_above, many, int_parsing",
        "user_turn_count_below, 9223372036854775808, int_parsing_size",
        "limit, 0, greater_than_equal",
        "limit, -1, greater_than_equal",
        "limit, 1001, less_than_equal",
        "limit, ten, int_parsing",
        "created_after, yesterday, datetime_parsing",
        "created_before, 2026-02-30T00:00:00Z, datetime_parsing",
        "updated_after, '', datetime_parsing",
        "updated_before, 2026-03-01T25:00:00Z, datetime_parsing",
        "cursor, nope!, value_error",
        "custom_metadata, '', dict_type",
        "custom_metadata, '[1]', dict_type",
        "custom_metadata, '1', dict_type",
        "custom_metadata, '{', json_invalid",
        "custom_metadata, '{} {}', json_invalid",
        "custom_metadata, '{\"a\":1e2000}', json_invalid",
        "custom_metadata, '{\"a\":\"\\u0000\"}', json_invalid",
        "custom_metadata, '{\"a\":\"\\ud800\"}', json_invalid",
        "custom_metadata, '{\"\\udc00\":1}', json_invalid"
    })
    void aMistakeNamesItsParameterAndType(String name, String value, String type) {
        List<Mistake> mistakes = mistakes(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.place()).isEqualTo(Mistake.Place.QUERY);
            assertThat(mistake.field()).isEqualTo(name);
            assertThat(mistake.kind()).isEqualTo(type);
            assertThat(mistake.message()).startsWith(name);
        });
    }

    @Test
    void allMistakesComeAtOnce() {
        assertThat(mistakes("limit=0&status=x&columns=colour&cursor=!&created_after=x&duration_above=x"))
                .extracting(Mistake::field)
                .containsExactlyInAnyOrder("limit", "status", "columns", "cursor", "created_after", "duration_above");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "limit=0", "custom_metadata=x"})
    void withoutTheScopeNothingIsRead(String query) {
        assertThat(Asked.problem(() -> ListingReader.read(Asked.request(query))))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void theSafeScopeMayNotAskByMetadataEvenBadly() {
        assertForbidden("custom_metadata=%7B%7D", "custom_metadata");
        assertForbidden("custom_metadata=nonsense&limit=0", "custom_metadata");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agent", "summary", "initial_context", "custom_metadata", "conversation", "recording_details"})
    void theSafeScopeMayNotNameASensitiveColumn(String column) {
        assertForbidden("columns=id," + column, column);
    }

    private static void assertForbidden(String query, String named) {
        Problem problem = Asked.problem(() -> ListingReader.read(Asked.request(query, CONVERSATIONS_READ)));
        assertThat(problem)
                .isInstanceOfSatisfying(
                        Problem.Forbidden.class,
                        forbidden -> assertThat(forbidden.reason())
                                .contains(named)
                                .contains("conversations:read_sensitive"));
    }

    private static void assertFilter(String query, Filter filter) {
        assertThat(query(query).filter()).isEqualTo(new Filter.All(List.of(filter)));
    }

    private static List<Mistake> mistakes(String query) {
        return Asked.mistakes(() -> read(query));
    }

    private static Query query(String query) {
        return read(query).query();
    }

    private static Listing read(String query) {
        return ListingReader.read(Asked.request(query, CONVERSATIONS_READ, CONVERSATIONS_READ_SENSITIVE));
    }

    private static String base64(String plain) {
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
