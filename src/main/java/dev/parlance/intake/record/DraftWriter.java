package dev.parlance.intake.record;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.Attachment;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Message;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.Use;
import dev.parlance.query.Row;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes conversations as import records, one a line. Read back into an empty tenant they give the same answers: what
/// could be derived is written all the same, because it may have come to be otherwise.
public final class DraftWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DraftWriter() {}

    /// The record of a conversation with its transcript, on one line without its end.
    public static String line(Row row) {
        return record(row).toString();
    }

    /// The same, with every file under another name.
    public static String line(Row row, UnaryOperator<String> fileNames) {
        ObjectNode record = record(row);
        rename(record.path("recording"), fileNames);
        record.path("messages")
                .forEach(message -> message.path("attachments").forEach(attachment -> rename(attachment, fileNames)));
        return record.toString();
    }

    private static void rename(JsonNode node, UnaryOperator<String> fileNames) {
        if (node instanceof ObjectNode object && object.has("file")) {
            object.put("file", fileNames.apply(object.path("file").stringValue()));
        }
    }

    private static ObjectNode record(Row row) {
        Conversation c = row.conversation();
        ObjectNode record = NODES.objectNode();
        identity(record, c);
        words(record, c.words());
        standing(record, c.standing());
        times(record, c.times());
        put(record, "duration", c.counts().duration());
        record.put("user_turn_count", c.counts().userTurns());
        put(record, "contact", c.contact(), DraftWriter::contact);
        agent(record, c.agent());
        links(record, c.links());
        put(record, "team", c.team(), DraftWriter::team);
        put(record, "tags", c.tags());
        put(record, "custom_data", c.customData());
        around(record, c);
        put(record, "messages", row.messages(), DraftWriter::message);
        return record;
    }

    private static void identity(ObjectNode record, Conversation c) {
        record.put("id", c.id().toString());
        put(record, "source", c.origin().source());
        put(record, "source_id", c.origin().sourceId());
        record.put("ticket_number", c.number());
        record.put("workspace", c.workspace().name());
        record.put("channel", c.channel().word());
        record.put("channel_id", c.channelAccount().name());
        record.put("direction", c.direction().word());
        record.put("state", c.state().word());
    }

    private static ObjectNode team(Team team) {
        ObjectNode node = NODES.objectNode();
        node.put("id", team.id().toString());
        node.put("name", team.name());
        return put(node, "description", team.description());
    }

    private static void words(ObjectNode record, Conversation.Words words) {
        put(record, "subject", words.subject());
        put(record, "summary", words.summary());
        put(
                record,
                "summary_by",
                words.summaryBy() == null ? null : words.summaryBy().word());
        put(record, "outcome", words.outcome());
        put(record, "initial_context", words.initialContext());
        put(record, "language", words.language());
    }

    private static void standing(ObjectNode record, Conversation.Standing standing) {
        put(
                record,
                "sentiment",
                standing.sentiment() == null ? null : standing.sentiment().word());
        put(
                record,
                "ai_closure_type",
                standing.aiClosure() == null ? null : standing.aiClosure().word());
        record.put("assist_mode", standing.assistMode());
        record.put("support_required", standing.supportRequired());
    }

    private static void times(ObjectNode record, Conversation.Times times) {
        put(record, "created_at", times.created());
        put(record, "updated_at", times.updated());
        put(record, "scheduled_at", times.scheduled());
        put(record, "expires_at", times.expires());
        put(record, "inaction_ttl", times.inactionTtl());
    }

    private static ObjectNode contact(Contact contact) {
        ObjectNode node = NODES.objectNode();
        node.put("id", contact.id().toString());
        put(node, "external_id", contact.externalId());
        put(node, "name", contact.name());
        put(node, "email", contact.email());
        put(node, "phone", contact.phone());
        put(node, "custom_data", contact.customData());
        put(
                node,
                "company",
                contact.company() == null ? null : contact.company().name());
        put(node, "non_verified_name", contact.nonVerified().name());
        put(node, "non_verified_email", contact.nonVerified().email());
        put(node, "non_verified_custom_data", contact.nonVerified().customData());
        return node;
    }

    private static void agent(ObjectNode record, Agent agent) {
        ObjectNode node = NODES.objectNode();
        put(node, "id", agent.id());
        put(node, "name", agent.name());
        put(node, "version_id", agent.versionId());
        put(node, "number", agent.number());
        if (!node.isEmpty()) {
            record.set("agent", node);
        }
    }

    private static void links(ObjectNode record, Conversation.Links links) {
        put(record, "user_id", links.userId());
        put(record, "web_widget_id", links.webWidgetId());
        put(record, "assignee_id", links.assigneeId());
        put(record, "audience_membership_id", links.audienceMembershipId());
        put(record, "conversation_graph_id", links.conversationGraphId());
    }

    private static void around(ObjectNode record, Conversation c) {
        put(record, "handoff", c.handoff(), handoff -> {
            ObjectNode node = NODES.objectNode().put("summary", handoff.summary());
            put(
                    node,
                    "sentiment",
                    handoff.sentiment() == null ? null : handoff.sentiment().word());
            return put(node, "at", handoff.at());
        });
        put(
                record,
                "ticketing_system",
                c.ticketingSystem(),
                system -> NODES.objectNode()
                        .put("name", system.name())
                        .put("external_id", system.externalId())
                        .put("id_type", system.idType()));
        put(record, "recording", c.recording(), recording -> {
            ObjectNode node = put(NODES.objectNode(), "file", recording.file());
            put(node, "url", recording.url());
            put(node, "duration", recording.duration());
            return put(node, "format", recording.format());
        });
    }

    private static ObjectNode message(Message message) {
        ObjectNode node = NODES.objectNode();
        node.put("id", message.id().toString());
        node.put("author", message.author().word());
        put(node, "author_name", message.authorName());
        node.put("text", message.text());
        node.put("at", message.at().toString());
        put(node, "attachments", message.attachments(), DraftWriter::attachment);
        put(node, "uses", message.uses(), DraftWriter::use);
        return node;
    }

    private static ObjectNode attachment(Attachment attachment) {
        ObjectNode node = NODES.objectNode().put("name", attachment.name());
        put(node, "url", attachment.url());
        put(node, "file", attachment.file());
        put(node, "mime_type", attachment.mimeType());
        return put(node, "size", attachment.size());
    }

    private static ObjectNode use(Use use) {
        ObjectNode node = NODES.objectNode();
        node.put("type", use.type().word());
        node.put("id", use.resourceId());
        node.put("kind", use.kind().word());
        put(node, "name", use.name());
        put(node, "arguments", use.arguments());
        put(node, "result", use.result());
        return use.error() ? node.put("error", true) : node;
    }

    /// Sets what is known. Lists, and objects of our own, are left out when empty.
    private static ObjectNode put(ObjectNode node, String name, @Nullable Object value) {
        JsonNode tree = switch (value) {
            case null -> null;
            case Number number -> NODES.numberNode(number.longValue());
            case JsonText json -> json.tree();
            case List<?> names -> names.isEmpty() ? null : texts(names);
            default -> NODES.stringNode(value.toString());
        };
        if (tree != null) {
            node.set(name, tree);
        }
        return node;
    }

    private static <T> void put(ObjectNode node, String name, @Nullable T value, Function<T, ObjectNode> form) {
        if (value != null) {
            node.set(name, form.apply(value));
        }
    }

    private static <T> void put(ObjectNode node, String name, List<T> values, Function<T, ObjectNode> form) {
        if (!values.isEmpty()) {
            ArrayNode array = NODES.arrayNode(values.size());
            values.forEach(value -> array.add(form.apply(value)));
            node.set(name, array);
        }
    }

    private static ArrayNode texts(List<?> names) {
        ArrayNode array = NODES.arrayNode(names.size());
        names.forEach(name -> array.add(String.valueOf(name)));
        return array;
    }
}
