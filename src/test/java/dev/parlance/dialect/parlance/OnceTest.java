package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Idempotency keys and preconditions.
class OnceTest {
    private static final Served SERVED = Served.of(Parlance::dialect, List.of());
    private static final Api API = new Api(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void aConversationBeginsOnceUnderOneKey() {
        Map<String, String> headers = keyed("begin");
        String json = "{\"channel\": \"web\", \"messages\": [{\"author\": \"contact\", \"text\": \"Hi\"}]}";
        Served.Answered first = SERVED.post(headers, Api.ALL, json);
        Served.Answered again = SERVED.post(headers, Api.ALL, json);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.findHeader("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.findHeader("Location")).isEqualTo(first.findHeader("Location"));
        assertThat(again.findHeader("Idempotent-Replayed")).contains("true");
        assertThat(SERVED.post(headers, Api.ALL, "{\"channel\": \"sms\"}").status())
                .isEqualTo(409);
    }

    @Test
    void aMessageIsSaidOnceUnderOneKey() {
        String path = API.beginTalk();
        Map<String, String> headers = keyed("say");
        String json = "{\"author\": \"contact\", \"text\": \"Again?\"}";
        Served.Answered first = SERVED.post(headers, path + "/messages", json);
        Served.Answered again = SERVED.post(headers, path + "/messages", json);
        assertThat(again.json().get("messages")).isEqualTo(first.json().get("messages"));
        assertThat(API.get(path).get("message_count").intValue()).isEqualTo(3);
        assertThat(SERVED.post(headers, path + "/messages", "{\"author\": \"contact\", \"text\": \"Other\"}")
                        .status())
                .isEqualTo(409);
        assertThat(SERVED.post(headers, API.beginTalk() + "/messages", json).status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "tag", "resolve", "rate", "raise-attention", "redact", "assign", "join-team"})
    void anActionHappensOnceUnderOneKey(String verb) {
        Map<String, String> bodies = Map.of(
                "note", "{\"text\": \"n\"}",
                "tag", "{\"add\": [\"x\"]}",
                "rate", "{\"score\": 4}",
                "raise-attention", "{\"type\": \"t\"}",
                "assign", "{\"assignee_id\": \"a\"}",
                "join-team", "{\"name\": \"T\"}");
        String path = API.beginTalk();
        Map<String, String> headers = keyed(verb);
        String body = bodies.getOrDefault(verb, "{}");
        assertThat(SERVED.post(headers, path + "/" + verb, body).status()).isEqualTo(200);
        JsonNode after = API.get(path + "?include=timeline");
        Served.Answered again = SERVED.post(headers, path + "/" + verb, body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.findHeader("Idempotent-Replayed")).contains("true");
        assertThat(API.get(path + "?include=timeline")).isEqualTo(after);
        assertThat(SERVED.post(headers, path + "/release", "{}").status()).isEqualTo(409);
    }

    @Test
    void aDescriptionHappensOnceUnderOneKey() {
        String path = API.begin("{\"channel\": \"web\"}");
        Map<String, String> headers = keyed("describe");
        SERVED.call(headers, "PATCH", path, "{\"subject\": \"First\"}");
        API.patch(path, "{\"subject\": \"Second\"}");
        Served.Answered again = SERVED.call(headers, "PATCH", path, "{\"subject\": \"First\"}");
        assertThat(again.json().get("subject").stringValue()).isEqualTo("Second");
        assertThat(SERVED.call(headers, "PATCH", path, "{\"subject\": \"Third\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aKeyBelongsToItsToken() {
        String key = UUID.randomUUID().toString();
        String json = "{\"channel\": \"web\"}";
        String mine = SERVED.post(Map.of("Authorization", "Bearer full", "Idempotency-Key", key), Api.ALL, json)
                .json()
                .get("id")
                .stringValue();
        String others = SERVED.post(Map.of("Authorization", "Bearer writer", "Idempotency-Key", key), Api.ALL, json)
                .json()
                .get("id")
                .stringValue();
        assertThat(others).isNotEqualTo(mine);
    }

    @Test
    void aKeyHasASensibleLength() {
        Map<String, String> headers = new TreeMap<>(keyed("x"));
        headers.put("Idempotency-Key", "k".repeat(256));
        Served.Answered answer = SERVED.post(headers, Api.ALL, "{\"channel\": \"web\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/in").stringValue()).isEqualTo("header");
    }

    @Test
    void aKeySentTwiceAtOnceHasOneEffect() throws InterruptedException, ExecutionException {
        String path = API.beginTalk();
        Map<String, String> headers = keyed("race");
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                answers.add(callers.submit(
                        () -> SERVED.post(headers, path + "/messages", "{\"author\": \"contact\", \"text\": \"Once\"}")
                                .status()));
            }
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(201);
        }
        assertThat(API.get(path).get("message_count").intValue()).isEqualTo(3);
    }

    @Test
    void aWriteGoesThroughOnlyOnTheVersionItNames() {
        String path = API.beginTalk();
        String seen = API.tag(path);
        Served.Answered first = SERVED.call(matching(seen), "PATCH", path, "{\"subject\": \"One\"}");
        assertThat(first.status()).isEqualTo(200);
        Served.Answered stale = SERVED.call(matching(seen), "PATCH", path, "{\"subject\": \"Two\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("type").stringValue()).isEqualTo("urn:parlance:problem:stale");
        assertThat(SERVED.post(matching(seen), path + "/resolve", "{}").status())
                .isEqualTo(412);
        assertThat(SERVED.post(matching(seen), path + "/messages", "{\"author\": \"ai\", \"text\": \"x\"}")
                        .status())
                .isEqualTo(412);
        assertThat(API.get(path).get("subject").stringValue()).isEqualTo("One");
        String now = first.findHeader("ETag").orElseThrow();
        assertThat(SERVED.post(matching("W/" + now), path + "/resolve", "{}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "\"x\"", "\"1\"", "\"1-zz\"", "1"})
    void whatNamesNoVersionMatchesNone(String tag) {
        assertThat(SERVED.call(matching(tag), "PATCH", API.beginTalk(), "{}").status())
                .isEqualTo(412);
    }

    @Test
    void anyVersionWillDoWhenAsked() {
        assertThat(SERVED.call(matching("*"), "PATCH", API.beginTalk(), "{\"subject\": \"x\"}")
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, String> keyed(String name) {
        return Api.with("Idempotency-Key", name + "-" + UUID.randomUUID());
    }

    private static Map<String, String> matching(String tag) {
        return Api.with("If-Match", tag);
    }
}
