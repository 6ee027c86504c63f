package dev.parlance.intake.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.State;
import dev.parlance.journal.Draft;
import dev.parlance.problem.Mistake;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class DraftReaderTest {
    private static final DraftReader READER = new DraftReader(new Origin("shop", Path.of("/calls")));

    @Test
    void theLeastRecordTakesTheDefaults() {
        Draft draft = good("{'source_id': 'a', 'channel': 'web'}");
        assertThat(draft.source()).isEqualTo("shop");
        assertThat(draft.sourceId()).isEqualTo("a");
        assertThat(draft.place()).isEqualTo(new Draft.Place("default", Channel.WEB, null, Direction.INBOUND));
        assertThat(draft.id()).isNull();
        assertThat(draft.state()).isNull();
        assertThat(draft.messages()).isEmpty();
    }

    @Test
    void anIdAloneIsAlsoTheSourceId() {
        Draft draft = good("{'id': '3C90C3CC-0d44-4b50-8888-8dd25736052a', 'channel': 'web'}");
        assertThat(draft.sourceId()).isEqualTo("3c90c3cc-0d44-4b50-8888-8dd25736052a");
        assertThat(draft.id()).hasToString(draft.sourceId());
    }

    @Test
    void nullIsAbsentEverywhere() {
        Draft draft = good(
                "{'source_id': 'a', 'channel': 'web', 'id': null, 'state': null, 'contact': null, 'tags': null,"
                        + "'handoff': null, 'custom_data': null, 'messages': [{'author': 'ai', 'text': 'x', 'uses': null}]}");
        assertThat(draft.contact()).isNull();
        assertThat(draft.customData()).isNull();
        assertThat(draft.messages().getFirst().uses()).isEmpty();
    }

    @Test
    void aWholeRecordIsRead() {
        Draft draft = good("""
                {'source_id': 'a', 'source': 's', 'channel': 'phone_voice', 'channel_id': 'line 1', 'workspace': 'w',
                 'direction': 'outbound', 'state': 'human_managed', 'ticket_number': 9007199254740992, 'duration': 0,
                 'tags': ['a', 'b', 'a'], 'created_at': '2026-01-02 03:04:05.1234567', 'updated_at': '2026-01-02T03:04+02',
                 'expires_at': '2026-01-02', 'support_required': true, 'custom_data': {'n': 1.10, 'deep': {'x': [null]}},
                 'contact': {'id': 'c', 'email': 'a@b.c', 'company': 'B'}, 'team': {'name': 'T'},
                 'handoff': {'summary': '', 'at': '2026-01-02T00:00:00Z'},
                 'ticketing_system': {'name': 'z', 'external_id': '1', 'id_type': 'ticket_id'},
                 'recording': {'file': 'a/../b.mp3', 'duration': 3},
                 'messages': [{'author': 'ai', 'text': '', 'attachments': [{'name': 'f', 'url': 'http://f', 'size': 5}],
                   'uses': [{'type': 'knowledge', 'id': 'k', 'kind': 'available', 'result': 'r', 'error': true}]}]}""");
        assertThat(draft.number()).isEqualTo(1L << 53);
        assertThat(draft.state()).isEqualTo(State.HUMAN_MANAGED);
        assertThat(draft.tags()).containsExactly("a", "b");
        assertThat(draft.times().created()).isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
        assertThat(draft.times().updated()).isEqualTo(Instant.parse("2026-01-02T01:04:00Z"));
        assertThat(draft.times().expires()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(draft.customData()).hasFieldOrPropertyWithValue("text", "{\"n\":1.10,\"deep\":{\"x\":[null]}}");
        assertThat(draft.recording()).hasFieldOrPropertyWithValue("file", "b.mp3");
        assertThat(draft.messages().getFirst().author()).isEqualTo(Author.AI);
        assertThat(draft.messages().getFirst().uses()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'colour': 1 ~ colour: unknown member",
                "'contact': {'mail': 'x'} ~ contact.mail: unknown member",
                "'messages': [{'author': 'ai', 'text': 'x', 'uses': [{'type': 'action', 'id': 'a', 'kind': 'applied', 'x': 1}]}]"
                        + " ~ messages[0].uses[0].x: unknown member",
                "'messages': [{'author': 'ai', 'text': 'x', 'uses': [{'type': 'action', 'id': 'a', 'kind': 'available'}]}]"
                        + " ~ messages[0].uses[0].kind: \"available\" on an action",
                "'messages': [{'author': 'contact', 'text': 'x', 'uses': [{'type': 'action', 'id': 'a', 'kind': 'applied'}]}]"
                        + " ~ messages[0].uses: only messages of the ai",
                "'messages': [{'author': 'ai', 'text': 'x'}, {'author': 'bot'}] ~ messages[1].text: missing",
                "'messages': [5] ~ messages[0]: a whole number where an object is expected",
                "'messages': {} ~ messages: an object where an array",
                "'messages': [{'author': 'ai', 'text': 'x', 'attachments': [{'name': 'a', 'url': 'u', 'file': 'f'}]}]"
                        + " ~ messages[0].attachments[0].url: exactly one of file and url",
                "'channel': 'fax' ~ channel: \"fax\" where one of these is expected: web, email",
                "'channel': null ~ channel: missing",
                "'state': 'Resolved' ~ state: \"Resolved\" where",
                "'sentiment': 3 ~ sentiment: a whole number where",
                "'assist_mode': 'true' ~ assist_mode: text where true or false is expected",
                "'duration': '5' ~ duration: text where a whole number is expected",
                "'duration': 5.0 ~ duration: a number where a whole number is expected",
                "'duration': 2147483648 ~ duration: a number outside 0 to 2147483647",
                "'inaction_ttl': -1 ~ inaction_ttl: a number outside",
                "'ticket_number': 0 ~ ticket_number: a number outside 1 to 9007199254740992",
                "'ticket_number': 1e400 ~ ticket_number: a number where a whole number",
                "'subject': 5 ~ subject: a whole number where text is expected",
                "'subject': 'a\\u0000b' ~ subject: text with U+0000",
                "'subject': 'a\\ud83d' ~ subject: text with invalid UTF-8 or half",
                "'tags': ['a', 5] ~ tags[1]: a whole number where text",
                "'tags': [''] ~ tags[0]: empty text",
                "'tags': 'a' ~ tags: text where an array",
                "'created_at': 5 ~ created_at: a whole number where a moment is expected",
                "'created_at': '2026-02-30' ~ created_at: \"2026-02-30\" where a moment",
                "'created_at': '0000-12-31T23:00:00Z' ~ created_at: ",
                "'created_at': '9999-12-31T23:59:59-01:00' ~ created_at: ",
                "'created_at': '10000-01-01' ~ created_at: ",
                "'custom_data': [1] ~ custom_data: an array where an object is expected",
                "'custom_data': {'n': 1e5000} ~ custom_data: a number of more than 1000 digits",
                "'custom_data': {'a\\u0000': 1} ~ custom_data: text with U+0000",
                "'handoff': {} ~ handoff.summary: missing",
                "'ticketing_system': {'name': 'z'} ~ ticketing_system.external_id: missing",
                "'team': {} ~ team.name: missing",
                "'recording': {} ~ recording.url: exactly one of file and url",
                "'contact': {'email': ''} ~ contact.email: empty text",
                "'contact': 'Ann' ~ contact: text where an object is expected",
                "'id': 'abc' ~ id: text that is not a UUID",
                "'source_id': null ~ source_id: missing, and no id either",
                "'source_id': '' ~ source_id: empty text",
            })
    void aMistakeIsNamedWithItsPlace(String members, String expected) {
        ObjectNode record = (ObjectNode)
                Json.find("{\"source_id\": \"a\", \"channel\": \"web\"}").orElseThrow();
        record.setAll(
                (ObjectNode) Json.find("{" + members.replace('\'', '"') + "}").orElseThrow());
        assertThat(reasons(READER.read(record))).anyMatch(line -> line.startsWith(expected));
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        DraftReading reading = read("{'channel': 'x', 'state': 1, 'messages': [{}], 'z': 1}");
        assertThat(reasons(reading)).hasSize(6);
    }

    @Test
    void longTextIsNeverQuoted() {
        String secret = "secret ".repeat(20);
        DraftReading reading = read("{'source_id': 'a', 'channel': '" + secret + "', 'state': '" + secret + "'}");
        assertThat(reasons(reading)).allSatisfy(line -> assertThat(line).hasSizeLessThan(300));
        assertThat(String.join("", reasons(reading))).doesNotContain(secret);
    }

    @Test
    void anotherMachineCannotNameFilesHere() {
        DraftReader remote = new DraftReader(new Origin("s", null));
        DraftReading reading =
                remote.read(tree("{'source_id': 'a', 'channel': 'web', 'recording': {'file': '/etc/passwd'}}"));
        assertThat(reasons(reading)).containsExactly("recording.file: a file cannot be named here; give a url");
    }

    @Test
    void countlessMistakesAreCountedOnly() {
        String many = "{},".repeat(2000) + "{}";
        assertThat(reasons(read("{'source_id': 'a', 'channel': 'web', 'messages': [" + many + "]}")))
                .hasSize(1001)
                .last()
                .isEqualTo("record: 3002 more mistakes");
    }

    private static Draft good(String json) {
        return ((DraftReading.Good) read(json)).draft();
    }

    private static DraftReading read(String json) {
        return READER.read(tree(json));
    }

    private static JsonNode tree(String json) {
        return Json.find(json.replace('\'', '"')).orElseThrow();
    }

    private static List<String> reasons(DraftReading reading) {
        return switch (reading) {
            case DraftReading.Good good -> List.of();
            case DraftReading.Bad bad ->
                bad.mistakes().stream().map(DraftReaderTest::line).collect(Collectors.toList());
        };
    }

    private static String line(Mistake mistake) {
        return mistake.field() + ": " + mistake.message();
    }
}
