package dev.parlance.dialect.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Whatever the OpenAPI document offers is understood.
class EverythingDocumentedTest {
    private static final String ONE = Api.ALL + "/{conversation_id}";
    private static final List<String> SENTIMENTS = List.of("angry", "happy", "neutral");
    private static final Map<String, String> SAMPLES = Map.of(
            "custom_data", "{}",
            "contact_custom_data", "{}",
            "filter", "{\"all\": []}",
            "workspace", "Main",
            "q", "delivery",
            "limit", "2");
    private static final Served SERVED = Served.of(Parlance::dialect, Shelf.rows());
    private static final Api API = new Api(SERVED);

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void everyDocumentedParameterMemberAndValueIsUnderstood() {
        list(Api.ALL);
        list("/v1/export");
        for (String results : List.of("all", "rejected")) {
            SERVED.call(
                    Api.with("Content-Type", "application/x-ndjson"),
                    "POST",
                    "/v1/import?source=s&results=" + results,
                    "");
        }
        begin();
        get();
        describe();
        speak();
        act();
        around();
        contacts();
        SERVED.get("admin", "/v1/audit?after=0&limit=1");
        assertThat(SERVED.documented().unexercised()).isEmpty();
    }

    private static void list(String path) {
        for (String name : SERVED.documented().parameters("GET", path)) {
            List<String> values = SERVED.documented().enumValues("GET", path, name);
            for (String value : values.isEmpty() ? List.of(sample(name)) : values) {
                String limit = name.equals("limit") || !path.equals(Api.ALL) ? "" : "&limit=2";
                Served.Answered answer = SERVED.get(path + "?" + name + "=" + Encoded.text(value) + limit);
                assertThat(answer.status()).as(name + "=" + value).isEqualTo(200);
            }
        }
    }

    private static String sample(String name) {
        if (name.endsWith("_from") || name.endsWith("_to")) {
            return "2026-03-10";
        }
        if (name.endsWith("_least") || name.endsWith("_most")) {
            return "1";
        }
        return name.equals("cursor")
                ? cursor()
                : SAMPLES.getOrDefault(name, UUID.randomUUID().toString());
    }

    private static String cursor() {
        return SERVED.get(Api.ALL + "?limit=2").json().get("next").stringValue();
    }

    private static void begin() {
        API.begin("""
                {"id": "%s", "workspace": "w", "channel": "web", "channel_id": "c", "subject": "s", "summary": "s",
                 "initial_context": "i", "outcome": "o", "language": "l", "scheduled_at": "2031-01-01",
                 "expires_at": "2032-01-01", "inaction_ttl": 9, "user_id": "u", "web_widget_id": "w", "assignee_id": "a",
                 "audience_membership_id": "m", "conversation_graph_id": "g", "tags": ["t"], "custom_data": {"a": 1},
                 "contact": {"id": "1", "external_id": "x", "name": "n", "email": "e@example.com", "phone": "+49",
                   "custom_data": {"a": 1}, "company": "c", "non_verified_name": "n", "non_verified_email": "e",
                   "non_verified_custom_data": {"a": 1}},
                 "agent": {"id": "a", "name": "n", "version_id": "v", "number": "+1"},
                 "team": {"id": "t", "name": "n", "description": "d"},
                 "ticketing_system": {"name": "n", "external_id": "e", "id_type": "i"},
                 "recording": {"url": "https://example.com/r", "duration": 1, "format": "mp3"}, "messages": %s}
                """.formatted(UUID.randomUUID(), MESSAGES));
        for (String name : List.of(
                "channel", "direction", "state", "sentiment", "ai_closure_type", "assist_mode", "support_required")) {
            for (String value : SERVED.documented().enumValues("POST", Api.ALL, name)) {
                boolean flag = value.equals("true") || value.equals("false");
                String json = flag ? value : "\"" + value + "\"";
                String channel = name.equals("channel") ? "" : "\"channel\": \"web\", ";
                API.begin("{" + channel + "\"" + name + "\": " + json + "}");
            }
        }
    }

    /// All of a message's members and values.
    private static final String MESSAGES = """
            [{"id": "m1", "author": "contact", "author_name": "n", "text": "t",
              "attachments": [{"name": "n", "url": "https://example.com/a", "mime_type": "text/plain", "size": 1}]},
             {"author": "ai", "text": "t", "uses": [
              {"type": "action", "id": "i", "kind": "applied", "name": "n", "arguments": 1, "result": 2, "error": true},
              {"type": "instruction", "id": "i", "kind": "available", "error": false},
              {"type": "knowledge", "id": "i", "kind": "applied"}]},
             {"author": "human", "text": "t"}, {"author": "system", "text": "t"}]""";

    private static void get() {
        for (String value : SERVED.documented().enumValues("GET", ONE, "include")) {
            API.get(API.beginTalk() + "?include=" + value);
        }
    }

    private static void describe() {
        String path = API.begin("{\"channel\": \"web\"}");
        API.patch(path, """
                {"subject": "s", "summary": "s", "outcome": "o", "language": "l", "custom_data": {"a": 1},
                 "scheduled_at": "2031-01-01", "expires_at": "2032-01-01", "inaction_ttl": 9,
                 "contact": {"id": "2", "external_id": "y", "name": "n", "email": "f@example.com", "phone": "+50",
                   "custom_data": {"a": 1}, "company": "c", "non_verified_name": "n", "non_verified_email": "e",
                   "non_verified_custom_data": {"a": 1}}}
                """);
        for (String name : List.of("sentiment", "ai_closure_type")) {
            for (String value : SERVED.documented().enumValues("PATCH", ONE, name)) {
                assertThat(API.patch(path, "{\"" + name + "\": \"" + value + "\"}")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    private static void resources() {
        API.get(API.beginTalk() + "/resources");
        for (String type : List.of("action", "instruction", "knowledge")) {
            String all = "/v1/resources/" + type;
            String cursor =
                    SERVED.get("admin", all + "?limit=1").json().get("next").stringValue("");
            SERVED.get("admin", all + "?from=2026-01-01&to=2026-01-01&cursor=" + cursor);
            SERVED.get("admin", all + "/x?from=2026-01-01&to=2026-01-01");
            for (String kind : List.of("applied", "available")) {
                SERVED.get(
                        "admin", all + "/x/conversations?from=2026-01-01&to=2026-01-01&cursor=&limit=1&kind=" + kind);
            }
        }
    }

    private static void around() {
        resources();
        for (boolean open : List.of(true, false)) {
            API.get("/v1/attention?workspace=Main&conversation=x&limit=1&cursor=&open=" + open);
            SERVED.call(
                    "full",
                    "PUT",
                    "/v1/tags/a",
                    "{\"description\": \"d\", \"exclude_from_auto_tagging\": " + open + ", \"category_id\": \""
                            + UUID.randomUUID() + "\"}");
            SERVED.call(
                    "admin",
                    "PATCH",
                    "/v1/channels/" + UUID.randomUUID(),
                    "{\"display_name\": \"d\", \"enabled\": " + open + "}");
        }
        SERVED.get("/v1/attention/" + UUID.randomUUID());
        SERVED.post("/v1/attention/" + UUID.randomUUID() + "/settle", "{}");
        List.of("/v1/tags", "/v1/workspaces", "/v1/teams", "/v1/channels?workspace=Main")
                .forEach(API::get);
        SERVED.get("/v1/channels/" + UUID.randomUUID());
        API.get("/v1/companies?q=x&limit=1&cursor=");
    }

    private static void contacts() {
        String known = """
                "external_id": "e%s", "name": "n", "email": "e@example.com", "phone": "+1", "company": "c",
                "custom_data": {"a": 1}, "non_verified_name": "n", "non_verified_email": "e",
                "non_verified_custom_data": {"a": 1}""";
        String id = UUID.randomUUID().toString();
        assertThat(SERVED.post("/v1/contacts", "{\"id\": \"" + id + "\", " + known.formatted("1") + "}")
                        .status())
                .isEqualTo(201);
        assertThat(SERVED.call("full", "PATCH", "/v1/contacts/" + id, "{" + known.formatted("2") + "}")
                        .status())
                .isEqualTo(200);
        API.get("/v1/contacts?q=n&created_from=2026-01-01&created_to=2099-01-01&updated_from=2026-01-01"
                + "&updated_to=2099-01-01&limit=1&cursor=");
        API.get("/v1/contacts/" + id);
        SERVED.call("full", "DELETE", "/v1/contacts/" + id, null);
    }

    private static void speak() {
        String path = API.beginTalk();
        assertThat(SERVED.post(path + "/messages/batch", "{\"messages\": " + MESSAGES + "}")
                        .status())
                .isEqualTo(201);
        String alone = API.beginTalk();
        API.act(alone, "messages", "{\"id\": \"a\", \"author\": \"system\", \"text\": \"t\"}");
        API.act(alone, "messages", "{\"author\": \"human\", \"text\": \"t\"}");
        API.act(alone, "messages", MESSAGES.substring(1, MESSAGES.indexOf("]},") + 2));
        int second = MESSAGES.indexOf("{\"author\": \"ai\"");
        API.act(alone, "messages", MESSAGES.substring(second, MESSAGES.indexOf("]},", second) + 2));
        assertThat(API.get(alone).get("message_count").intValue()).isEqualTo(6);
        String message = API.get(alone + "/messages?limit=1").at("/data/0/id").stringValue();
        API.get(alone + "/messages?after=" + message);
        API.act(alone, "messages/" + message + "/redact", "{\"reason\": \"r\"}");
    }

    private static void act() {
        Map<String, String> bodies = Map.of(
                "assign", "{\"assignee_id\": \"a\"}",
                "join-team", "{\"id\": \"t9\", \"name\": \"nine\", \"description\": \"d\"}",
                "tag", "{\"add\": [\"a\"], \"remove\": [\"b\"]}",
                "note", "{\"text\": \"t\"}",
                "take-over", "{\"assignee_id\": \"a\"}",
                "raise-attention", "{\"id\": \"" + UUID.randomUUID() + "\", \"type\": \"t\", \"reason\": \"r\"}",
                "rate", "{\"score\": 5, \"comment\": \"c\"}",
                "redact", "{\"reason\": \"r\"}");
        List<String> endings = List.of("resolve", "leave-unresolved", "transfer", "go-unanswered", "fail", "cancel");
        for (Action action : Action.ALL) {
            String body =
                    endings.contains(action.verb()) ? "{\"outcome\": \"o\"}" : bodies.getOrDefault(action.verb(), "{}");
            API.act(API.beginTalk(), action.verb(), body);
        }
        for (String sentiment : SENTIMENTS) {
            API.act(API.beginTalk(), "hand-off", "{\"summary\": \"s\", \"sentiment\": \"" + sentiment + "\"}");
        }
    }
}
