package dev.parlance.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Use;
import dev.parlance.intake.record.DraftReader;
import dev.parlance.intake.record.DraftReading;
import dev.parlance.intake.record.Json;
import dev.parlance.intake.record.Origin;
import dev.parlance.journal.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class MappingTest {
    private static final Place PLACE = new Place("july", "chats", 3, 2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void toolCallsBecomeActionsWithTheirResults() throws MappingFailure {
        Draft draft = one("openai-chat", """
                {'id': 'c1', 'messages': [
                  {'role': 'system', 'content': 'You are'},
                  {'role': 'user', 'content': [{'type': 'text', 'text': 'Where'}, {'type': 'text', 'text': 'is it?'}]},
                  {'role': 'assistant', 'content': null, 'tool_calls': [
                     {'id': 'a', 'type': 'function', 'function': {'name': 'find', 'arguments': '{\\'n\\': 12345678901234567890}'}},
                     {'id': 'b', 'type': 'function', 'function': {'name': 'look', 'arguments': '{n: 1}'}}]},
                  {'role': 'tool', 'tool_call_id': 'b', 'content': 'Error: no'},
                  {'role': 'tool', 'tool_call_id': 'a', 'content': '{\\'at\\': [1.50]}'},
                  {'role': 'assistant', 'content': 'There.'},
                  {'role': 'system', 'content': 'The user left.'}]}""");
        assertThat(draft.sourceId()).isEqualTo("c1");
        assertThat(draft.source()).isEqualTo("openai-chat");
        assertThat(draft.messages().stream().map(Draft.MessageDraft::author))
                .containsExactly(Author.CONTACT, Author.AI, Author.AI, Author.SYSTEM);
        assertThat(draft.messages().getFirst().text()).isEqualTo("Where\nis it?");
        List<Use> uses = draft.messages().get(1).uses();
        assertThat(draft.messages().get(1).text()).isEmpty();
        assertThat(uses.getFirst().arguments()).isEqualTo(new JsonText("{\"n\":12345678901234567890}"));
        assertThat(uses.getFirst().result()).isEqualTo(new JsonText("{\"at\":[1.50]}"));
        assertThat(uses.get(1).arguments()).isEqualTo(new JsonText("\"{n: 1}\""));
        assertThat(uses.get(1).error()).isTrue();
    }

    @Test
    void aBareArrayOfMessagesIsAConversation() throws MappingFailure {
        Draft draft = one("openai-chat", """
                [{'role': 'user', 'content': 'Hi'},
                 {'role': 'assistant', 'content': null, 'function_call': {'name': 'f', 'arguments': '{}'}},
                 {'role': 'function', 'name': 'f', 'content': '7'}]""");
        assertThat(draft.source()).isEqualTo("openai-chat/chats");
        assertThat(draft.sourceId()).isEqualTo("2");
        assertThat(draft.messages()).hasSize(2);
        Use use = draft.messages().get(1).uses().getFirst();
        assertThat(use.result()).isEqualTo(new JsonText("7"));
    }

    @Test
    void sameCallIdsInDifferentTurnsKeepTheirOwnResults() throws MappingFailure {
        String turn =
                "{'role': 'assistant', 'tool_calls': [{'id': 'x', 'function': {'name': 'f', 'arguments': '{}'}}]},"
                        + "{'role': 'tool', 'tool_call_id': 'x', 'content': 'N'}";
        Draft draft = one(
                "openai-chat",
                "{'id': 5, 'messages': [" + turn.replace("N", "1") + "," + turn.replace("N", "2") + "]}");
        assertThat(draft.messages().stream()
                        .map(message -> message.uses().getFirst().result()))
                .containsExactly(new JsonText("1"), new JsonText("2"));
    }

    @Test
    void aConversationMayBeEmpty() throws MappingFailure {
        assertThat(one("openai-chat", "{'task_id': 4, 'trial': 0, 'traj': []}").sourceId())
                .isEqualTo("4-0");
    }

    @Test
    void openCxSessionsComeFromEveryListCall() throws MappingFailure {
        String session = """
                {'id': '3c90c3cc-0d44-4b50-8888-8dd25736052a', 'status': 'closed_unresolved', 'ai_closure_type': null,
                 'sentiment': 'angry', 'channel': {'type': 'whatsapp'}, 'ticket_number': 9, 'assist_mode': false,
                 'created_at': '2023-11-07T05:31:56Z', 'updated_at': '2023-11-07T05:31:56Z', 'assignee_id': '555',
                 'contact': {'id': '4c90c3cc-0d44-4b50-8888-8dd25736052a', 'email': null, 'phone_number': '+1',
                    'name': '', 'custom_data': {}},
                 'history': {'items': [
                   {'id': 'm1', 'created_at': '2023-11-07T05:31:56Z', 'event': {'type': 'message',
                     'sender': {'type': 'contact', 'name': 'A'}, 'content': {'type': 'text', 'text': 'Hi'}, 'attachments': []}},
                   {'id': 'm2', 'created_at': '2023-11-07T05:31:57Z', 'event': {'type': 'sla_breached'}}]}}""";
        for (String shape : List.of("%s", "[%s]", "{'data': [%s], 'page': 1}", "{'items': [%s], 'next': null}")) {
            Draft draft = one("opencx", shape.formatted(session));
            assertThat(draft.state()).isEqualTo(State.UNRESOLVED);
            assertThat(draft.number()).isEqualTo(9);
            assertThat(draft.messages()).hasSize(1);
            assertThat(Objects.requireNonNull(draft.contact()).phone()).isEqualTo("+1");
        }
    }

    @Test
    void anyreachCallsBelongToTheReplyThatFollows() throws MappingFailure {
        Draft draft = one("anyreach", """
                [{'id': '3c90c3cc-0d44-4b50-8888-8dd25736052a', 'direction': 'inbound', 'channel': 'telephone',
                  'status': 'transferred', 'user_id': '+49', 'agent_id': 'a', 'agent': {'id': 'a', 'name': 'Ana'},
                  'duration': 31, 'user_turn_count': 1, 'created_at': '2026-01-01T00:00:00Z', 'custom_metadata': {'o': 1},
                  'conversation': {'items': [
                    {'id': 'm1', 'type': 'message', 'role': 'user', 'content': ['Where?'], 'created_at': 1767225600.25},
                    {'type': 'function_call', 'call_id': 'c', 'name': 'find', 'arguments': '{\\'n\\': 1}'},
                    {'type': 'function_call_output', 'call_id': 'c', 'output': 'no', 'is_error': true},
                    {'id': 'm2', 'type': 'message', 'role': 'assistant', 'content': ['There.'], 'extra': {}},
                    {'id': 'm3', 'type': 'message', 'role': 'user', 'content': ['Thanks']},
                    {'type': 'function_call', 'call_id': 'd', 'name': 'end', 'arguments': ''}]}}]""");
        assertThat(draft.state()).isEqualTo(State.TRANSFERRED);
        assertThat(draft.messages()).hasSize(4);
        assertThat(draft.messages().getFirst().at()).hasToString("2026-01-01T00:00:00.250Z");
        assertThat(draft.messages().get(1).uses().getFirst().error()).isTrue();
        assertThat(draft.messages().get(3).uses().getFirst().resourceId()).isEqualTo("end");
    }

    @Test
    void oHalloConversationsKeepTheirStatus() throws MappingFailure {
        String conversation = "{'id': '3c90c3cc-0d44-4b50-8888-8dd25736052a', 'workspaceId': 'w', 'channelId': 'c',"
                + " 'status': 'STATUS', 'summary': null, 'createdAt': '2026-03-25T11:42:00.000Z', 'messages': [{'id': 'm',"
                + " 'role': 'customer', 'content': 'x', 'senderName': null, 'createdAt': '2026-03-25T11:42:00.000Z'}]}";
        for (String status : List.of("new", "active", "human_managed", "resolved", "waiting")) {
            Draft draft =
                    one("ohallo", "{'conversations': [" + conversation.replace("STATUS", status) + "], 'total': 1}");
            assertThat(Objects.requireNonNull(draft.state()).word()).isEqualTo(status);
            assertThat(draft.place().workspace()).isEqualTo("w");
            assertThat(draft.messages()).hasSize(1);
        }
    }

    @Test
    void intercomPartsBecomeMessages() throws MappingFailure {
        Draft draft = one("intercom", """
                {'type': 'conversation', 'id': '1295', 'title': 'T', 'created_at': 1663597223, 'updated_at': 1663597260,
                 'open': false, 'state': 'closed', 'admin_assignee_id': 0, 'team_assignee_id': 50,
                 'tags': {'tags': [{'name': 'vip'}]}, 'custom_attributes': {'plan': 'x'},
                 'source': {'type': 'email', 'id': '3', 'delivered_as': 'customer_initiated', 'subject': '',
                   'body': '<p>Hello &amp; hi</p>', 'author': {'type': 'user', 'id': 'u', 'name': 'Ann', 'email': 'a@b.c'}},
                 'contacts': {'contacts': [{'type': 'contact', 'id': 'u', 'external_id': '70'}]},
                 'conversation_parts': {'conversation_parts': [
                   {'id': '4', 'part_type': 'comment', 'body': '<p>Okay!<br>Bye</p>', 'created_at': 1663597230,
                    'author': {'type': 'bot', 'name': 'Fin', 'from_ai_agent': true}, 'attachments': []},
                   {'id': '5', 'part_type': 'note', 'body': '<p>secret</p>', 'created_at': 1663597231, 'author': {'type': 'admin'}},
                   {'id': '6', 'part_type': 'close', 'body': null, 'created_at': 1663597232, 'author': {'type': 'admin'}}]}}""");
        assertThat(draft.state()).isEqualTo(State.RESOLVED);
        assertThat(draft.messages()).extracting(Draft.MessageDraft::text).containsExactly("Hello & hi", "Okay!\nBye");
        assertThat(draft.messages()).extracting(Draft.MessageDraft::author).containsExactly(Author.CONTACT, Author.AI);
        assertThat(Objects.requireNonNull(draft.contact()).email()).isEqualTo("a@b.c");
        assertThat(draft.tags()).containsExactly("vip");
    }

    @Test
    void anExpressionMayGiveSeveralRecordsOrNone() throws Exception {
        assertThat(own("$.list.{'n': $}").apply(tree("{'list': [1, 2]}"), PLACE))
                .hasSize(2);
        assertThat(own("nothing").apply(tree("{}"), PLACE)).isEmpty();
        assertThat(own("$folder & $file & $line & $position")
                        .apply(tree("{}"), PLACE)
                        .getFirst()
                        .stringValue())
                .isEqualTo("julychats32");
    }

    @Test
    void numbersThatPassThroughStayExact() throws Exception {
        String input = "{\"a\":[12345678901234567890123,0.1000000000000000055511151231257827,1E+400,5]}";
        assertThat(own("$").apply(tree(input), PLACE).getFirst()).hasToString(input);
    }

    @Test
    void anEndlessExpressionIsStopped() throws Exception {
        Mapping endless = own("($f := function($n) { 1 + $f($n + 1) }; $f(1))");
        assertThatThrownBy(() -> endless.apply(tree("{}"), PLACE)).hasMessage("the mapping recurses too deeply");
        assertThat(own("$count([1..3])").apply(tree("{}"), PLACE).getFirst().intValue())
                .isEqualTo(3);
    }

    @Test
    void aFailingExpressionGivesItsReasonButNoWords() throws Exception {
        assertThatThrownBy(() -> own("$error('no id')").apply(tree("{}"), PLACE))
                .hasMessage("no id");
        assertThatThrownBy(() -> own("a + 1").apply(tree("{'a': 'secret'}"), PLACE))
                .hasMessageStartingWith("JSONata error T20")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> own("$sum").apply(tree("{}"), PLACE)).isInstanceOf(MappingFailure.class);
    }

    @Test
    void anUnknownMappingNamesTheBundledOnes() {
        assertThatThrownBy(() -> Mapping.get("zendesk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openai-chat, opencx, anyreach, ohallo, intercom");
        assertThatThrownBy(() -> own("{")).hasMessageStartingWith("The mapping is not JSONata");
    }

    private Mapping own(String expression) throws IOException {
        return Mapping.get(
                Files.writeString(folder.resolve("own.jsonata"), expression).toString());
    }

    private static Draft one(String mapping, String json) throws MappingFailure {
        List<JsonNode> records = Mapping.get(mapping).apply(tree(json), PLACE);
        assertThat(records).hasSize(1);
        DraftReading reading = new DraftReader(new Origin(mapping, null)).read(records.getFirst());
        assertThat(reading).isInstanceOf(DraftReading.Good.class);
        return ((DraftReading.Good) reading).draft();
    }

    private static JsonNode tree(String json) {
        return Json.find(json.replace("\\'", "\\\"").replace('\'', '"')).orElseThrow();
    }
}
