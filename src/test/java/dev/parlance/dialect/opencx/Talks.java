package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sessions as a client of the vendor's API has them.
record Talks(Served served) {
    static final String SESSIONS = "/chat/sessions";

    UUID create(String body) {
        Served.Answered answer = served.call("full", "POST", SESSIONS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return UUID.fromString(answer.json().get("id").stringValue());
    }

    UUID send(UUID session, String body) {
        Served.Answered answer = served.call("full", "POST", path(session) + "/send", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/success").booleanValue()).isTrue();
        return UUID.fromString(answer.json().at("/data/message/id").stringValue());
    }

    UUID says(UUID session, String text) {
        return send(session, "{\"sender\":\"contact\",\"message\":{\"type\":\"text\",\"text\":\"" + text + "\"}}");
    }

    void status(UUID session, String status) {
        Served.Answered answer = served.call("full", "PATCH", path(session), "{\"status\":\"" + status + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }

    JsonNode get(UUID session) {
        Served.Answered answer = served.get(path(session));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /// All events, over all pages.
    List<JsonNode> history(UUID session) {
        return items(path(session) + "/history", "");
    }

    /// Such as `message contact: Hello`.
    List<String> told(UUID session) {
        return history(session).stream()
                .map(item -> item.at("/event/type").stringValue() + " "
                        + item.at("/event/sender/type").stringValue()
                        + item.at("/event/content/text").stringValue().replaceFirst("^(?=.)", ": "))
                .toList();
    }

    /// All items of a list, page by page.
    List<JsonNode> items(String path, String query) {
        List<JsonNode> items = new java.util.ArrayList<>();
        String next = "";
        do {
            Served.Answered answer = served.get(path + "?" + query + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json().get("items").forEach(items::add);
            next = answer.json().get("next").asString("");
        } while (!next.isEmpty());
        return items;
    }

    /// The same request twice under one key, and another one under it.
    Served.Answered once(String method, String path, @Nullable String body, @Nullable String other) {
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer full",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        Served.Answered first = served.call(headers, method, path, body);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        served.call(headers, method, path, body).is(200, first.text());
        if (other != null) {
            Served.Answered refused = served.call(headers, method, path, other);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("message").stringValue()).contains("idempotency key");
        }
        return first;
    }

    static String path(UUID session) {
        return SESSIONS + "/" + session;
    }
}
