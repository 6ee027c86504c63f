package dev.parlance.intake.record;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.query.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a field can be asked for.
public final class FieldValues {
    private FieldValues() {}

    /// The value as the field has it; empty for one that the field never has.
    public static Optional<String> find(Field field, String value) {
        List<String> accepted = accepted(field, value);
        String form = value.toLowerCase(Locale.ROOT);
        if (accepted.contains(value)) {
            return Optional.of(value);
        }
        return accepted.contains(form) ? Optional.of(form) : Optional.empty();
    }

    /// The words of a field that has few, else what they are.
    public static String accepted(Field field) {
        List<String> accepted = accepted(field, "any text");
        return accepted.isEmpty() ? "UUIDs" : String.join(", ", accepted);
    }

    private static List<String> accepted(Field field, String value) {
        return switch (field) {
            case STATE -> words(State.values());
            case CHANNEL -> words(Channel.values());
            case DIRECTION -> words(Direction.values());
            case SENTIMENT -> words(Sentiment.values());
            case AI_CLOSURE -> words(AiClosure.values());
            case ASSIST_MODE, SUPPORT_REQUIRED, ATTENTION, HANDED_OFF -> List.of("true", "false");
            case CONTACT_DOMAIN -> List.of(value.toLowerCase(Locale.ROOT));
            case CHANNEL_ACCOUNT, WORKSPACE, CONTACT, COMPANY, TEAM, AGENT -> uuid(value);
            case LANGUAGE, COMPANY_NAME, ASSIGNEE, AGENT_VERSION, WEB_WIDGET -> List.of(value);
            case AUDIENCE_MEMBERSHIP, CONVERSATION_GRAPH, TICKETING_SYSTEM, TICKET -> List.of(value);
        };
    }

    private static List<String> uuid(String value) {
        return StableId.isUuid(value) ? List.of(value.toLowerCase(Locale.ROOT)) : List.of();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
