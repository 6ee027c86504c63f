package dev.parlance.intake.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings tool calls together with their results and with the reply that they were made for.
final class Calls {
    private Calls() {}

    /// Messages of the roles `tool` and `function` go to the call that they answer: by its id, else to the first call
    /// still without an answer. One that answers nothing stays a message.
    static List<Object> answered(List<?> messages) {
        List<Object> kept = new ArrayList<>();
        List<Map<String, Object>> open = new ArrayList<>();
        Map<Object, Map<String, Object>> byId = new HashMap<>();
        for (Object given : messages) {
            Map<String, Object> message = copy(given);
            Map<String, Object> call = isTool(message) ? answeredBy(message, byId, open) : null;
            if (call != null) {
                call.put("answer", message);
                open.remove(call);
                continue;
            }
            kept.add(message.isEmpty() ? given : message);
            List<Object> calls = calls(message);
            if (!calls.isEmpty()) {
                message.put("tool_calls", calls);
                open.clear();
                remember(calls, byId, open);
            }
        }
        return kept;
    }

    private static @Nullable Map<String, Object> answeredBy(
            Map<String, Object> tool, Map<Object, Map<String, Object>> byId, List<Map<String, Object>> open) {
        Object id = tool.get("tool_call_id");
        Map<String, Object> named = id == null ? null : byId.remove(id);
        return named != null || open.isEmpty() ? named : open.getFirst();
    }

    private static List<Object> calls(Map<String, Object> message) {
        List<Object> calls = new ArrayList<>();
        list(message.get("tool_calls")).forEach(call -> calls.add(copy(call)));
        if (message.get("function_call") instanceof Map<?, ?> legacy) {
            Map<String, Object> call = new LinkedHashMap<>();
            call.put("function", legacy);
            calls.add(call);
        }
        return calls;
    }

    private static void remember(
            List<Object> calls, Map<Object, Map<String, Object>> byId, List<Map<String, Object>> open) {
        for (Object each : calls) {
            Map<String, Object> call = identity(each);
            open.add(call);
            Object id = call.get("id");
            if (id != null) {
                byId.put(id, call);
            }
        }
    }

    /// LiveKit's items: calls belong to the reply that comes after them; with none before the next turn, to the reply
    /// before; with none at all, to a reply without words.
    static List<Object> spoken(List<?> items) {
        Map<Object, Object> outputs = new HashMap<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> map && "function_call_output".equals(map.get("type"))) {
                outputs.put(String.valueOf(map.get("call_id")), map);
            }
        }
        List<Object> spoken = new ArrayList<>();
        List<Object> calls = new ArrayList<>();
        for (Object item : items) {
            Map<String, Object> copy = copy(item);
            if ("function_call".equals(copy.get("type"))) {
                Object output = outputs.get(String.valueOf(copy.get("call_id")));
                if (output != null) {
                    copy.put("answer", output);
                }
                calls.add(copy);
            } else if ("message".equals(copy.get("type"))) {
                speak(copy, spoken, calls);
            }
        }
        settle(spoken, calls);
        return spoken;
    }

    private static void speak(Map<String, Object> message, List<Object> spoken, List<Object> calls) {
        if ("assistant".equals(message.get("role"))) {
            message.put("calls", new ArrayList<>(calls));
            calls.clear();
        } else {
            settle(spoken, calls);
        }
        spoken.add(message);
    }

    private static void settle(List<Object> spoken, List<Object> calls) {
        if (calls.isEmpty()) {
            return;
        }
        boolean replied = !spoken.isEmpty()
                && "assistant".equals(identity(spoken.getLast()).get("role"));
        if (!replied) {
            Map<String, Object> silent = new LinkedHashMap<>();
            silent.put("type", "message");
            silent.put("role", "assistant");
            silent.put("calls", new ArrayList<>());
            spoken.add(silent);
        }
        Map<String, Object> reply = identity(spoken.getLast());
        List<Object> all = new ArrayList<>(list(reply.get("calls")));
        all.addAll(calls);
        reply.put("calls", all);
        calls.clear();
    }

    private static boolean isTool(Map<String, Object> message) {
        return "tool".equals(message.get("role")) || "function".equals(message.get("role"));
    }

    private static Map<String, Object> copy(Object given) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> identity(Object own) {
        return (Map<String, Object>) own;
    }

    private static List<?> list(@Nullable Object given) {
        return given instanceof List<?> list ? list : List.of();
    }
}
