package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A caller of `/v1`.
record Api(Served served) {
    static final String ALL = "/v1/conversations";

    /// Begins a conversation and gives its path.
    String begin(String json) {
        Served.Answered answer = served.post(ALL, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.findHeader("Location").orElseThrow();
    }

    /// Begins a plain one in which the contact and the AI spoke.
    String beginTalk() {
        return begin("""
                {"channel": "web", "messages": [
                  {"author": "contact", "text": "Where is it?"}, {"author": "ai", "text": "On its way."}]}
                """);
    }

    Served.Answered act(String path, String verb, String json) {
        return served.post(path + "/" + verb, json);
    }

    /// What a path holds now.
    JsonNode get(String path) {
        Served.Answered answer = served.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /// The entity tag of a path.
    String tag(String path) {
        return served.get(path).findHeader("ETag").orElseThrow();
    }

    Served.Answered patch(String path, String json) {
        return served.call("full", "PATCH", path, json);
    }

    /// The token `full`'s headers and one more.
    static Map<String, String> with(String name, String value) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Authorization", "Bearer full");
        headers.put(name, value);
        return headers;
    }
}
