package dev.parlance.intake.record;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A row of cells as an import record. A header is a member's path (`contact.email`, `custom_data.plan`) and says how
/// the
/// cell reads: `true` or `false`; a whole number; `tags` split at `|`; objects and arrays as JSON; all others, and
/// everything under custom data, as text. What cannot be read so stays text, which [DraftReader] then names.
public final class FlatRecord {
    private static final Set<String> FLAGS = Set.of("assist_mode", "support_required");
    private static final Set<String> NUMBERS =
            Set.of("ticket_number", "inaction_ttl", "duration", "user_turn_count", "recording.duration");
    private static final Set<String> TREES = Set.of(
            "custom_data",
            "contact",
            "contact.custom_data",
            "contact.non_verified_custom_data",
            "agent",
            "team",
            "handoff",
            "ticketing_system",
            "recording",
            "messages");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FlatRecord() {}

    /// The record of a row: header to cell.
    public static ObjectNode nest(JsonNode row) {
        ObjectNode record = NODES.objectNode();
        for (Map.Entry<String, JsonNode> cell : row.properties()) {
            put(record, cell.getKey(), typed(cell.getKey(), cell.getValue().asString()));
        }
        return record;
    }

    /// A second value in the same place keeps its whole path, and is then named as an unknown member.
    private static void put(ObjectNode record, String path, JsonNode value) {
        List<String> names = Arrays.asList(path.split("\\.", -1));
        ObjectNode parent = record;
        for (String name : names.subList(0, names.size() - 1)) {
            if (!parent.has(name)) {
                parent.putObject(name);
            }
            if (!(parent.get(name) instanceof ObjectNode child)) {
                record.set(path, value);
                return;
            }
            parent = child;
        }
        if (parent.has(names.getLast())) {
            record.set(path, value);
        } else {
            parent.set(names.getLast(), value);
        }
    }

    private static JsonNode typed(String path, String cell) {
        if (FLAGS.contains(path) && (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false"))) {
            return NODES.booleanNode(Boolean.parseBoolean(cell));
        }
        if (NUMBERS.contains(path) && WHOLE.matcher(cell.strip()).matches()) {
            return NODES.numberNode(Long.parseLong(cell.strip()));
        }
        if (path.equals("tags")) {
            var tags = NODES.arrayNode();
            Arrays.stream(cell.split("\\|", -1))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .forEach(tags::add);
            return tags;
        }
        return TREES.contains(path) ? tree(cell) : NODES.stringNode(cell);
    }

    private static JsonNode tree(String cell) {
        return Json.find(cell).orElseGet(() -> NODES.stringNode(cell));
    }
}
