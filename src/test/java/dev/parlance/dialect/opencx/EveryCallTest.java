package dev.parlance.dialect.opencx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every call with every parameter and value that the document has, and what is refused of every call alike.
class EveryCallTest {
    private static final Served SERVED = Served.of(OpenCx::dialect, Shelf.rows());
    private static final String SPAN =
            "created_after=2026-01-01&created_before=2099-01-01&updated_after=2026-01-01&updated_before=2099-01-01";

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    @Test
    void everyDocumentedParameterAndValueIsUnderstood() {
        List<String> statuses = List.of("open", "closed_resolved", "closed_unresolved");
        String id = sessions(statuses);
        for (String status : statuses) {
            for (boolean flag : new boolean[] {true, false}) {
                good("PATCH", "/chat/sessions/" + id, """
                        {"status":"%s","generate_summary_and_sentiment_on_resolve":%s,"session_closed_payload":{},
                        "reflect_status_change_for_integration":%s}
                        """.formatted(status, flag, flag));
            }
        }
        good("GET", "/chat/sessions/" + id, null);
        good("PATCH", "/chat/sessions/" + id, "{\"status\":\"open\"}");
        talk(id);
        good("GET", "/chat/sessions/search?q=hello&contact_id=" + UUID.randomUUID(), null);
        good("GET", "/csat/scores/session/" + id, null);
        good("POST", "/redaction/session", "{\"sessionId\":\"" + id + "\",\"reason\":\"a\"}");
        contacts();
        for (boolean flag : new boolean[] {true, false}) {
            good("PUT", "/tags", """
                    {"tag_name":"a","description":"b","exclude_from_auto_tagging":%s,"category_id":null}
                    """.formatted(flag));
        }
        good("GET", "/tags", null);
        assertThat(SERVED.documented().unexercised())
                .filteredOn(line -> !line.contains("/filter:") && !line.contains("/resource-usage/"))
                .isEmpty();
    }

    private static String sessions(List<String> statuses) {
        String id = "";
        for (String channel : SERVED.documented().enumValues("POST", "/chat/sessions", "channel.type")) {
            for (boolean flag : new boolean[] {true, false}) {
                id = good("POST", "/chat/sessions", """
                                {"channel":{"type":"%s"},"verified":%s,"contact_id":null}
                                """.formatted(channel, flag))
                        .json()
                        .get("id")
                        .stringValue();
                for (String status : statuses) {
                    String filters =
                            "handed_off=%s&status=%s&channel_type=%s&cursor=&".formatted(flag, status, channel);
                    good("GET", "/chat/sessions?" + filters + SPAN, null);
                }
            }
        }
        return id;
    }

    private static void talk(String id) {
        String message = "";
        for (String sender : List.of("contact", "agent")) {
            message = good("POST", "/chat/sessions/" + id + "/send", """
                            {"sender":"%s","message":{"type":"text","text":"hello","attachments":[
                            {"name":"a","url":"https://a.example/b","mime_type":"image/png"},{"base64":"YQ=="}]},
                            "contact":{"name":"a","email":"a@b.example","phone_number":"+1","avatar_url":"https://a.example",
                            "custom_data":{"a":"b"}},"custom_data":{"c":1},
                            "agent":{"id":7,"name":"Ann","avatar_url":"https://a.example"},
                            "should_take_over_session_from_ai":%s}
                            """.formatted(sender, sender.equals("agent")))
                    .json()
                    .at("/data/message/id")
                    .stringValue();
        }
        good("GET", "/chat/sessions/" + id + "/history?cursor=", null);
        good("POST", "/redaction/message", "{\"messageId\":\"" + message + "\",\"reason\":\"a\"}");
    }

    private static void contacts() {
        String body = """
                {"contact":{"name":"a","email":"a@c.example","phone":"+2","custom_data":{"a":null}}}
                """;
        String id = good("POST", "/contacts", body).json().get("id").stringValue();
        good("PATCH", "/contacts/" + id, body);
        good("DELETE", "/contacts/" + id, null);
        good("GET", "/contacts?cursor=&" + SPAN, null);
    }

    private static Served.Answered good(String method, String path, @Nullable String body) {
        Served.Answered answer = SERVED.call("full", method, path, body);
        assertThat(answer.status())
                .as(method + " " + path + ": " + answer.text())
                .isEqualTo(200);
        return answer;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    POST, /chat/sessions
                    PATCH, /chat/sessions/ID
                    POST, /chat/sessions/ID/send
                    POST, /contacts
                    PATCH, /contacts/ID
                    PUT, /tags
                    POST, /redaction/message
                    POST, /redaction/session
                    """)
    void everyBodyMustBeJsonOfAFairSize(String method, String template) {
        String path = template.replace("ID", UUID.randomUUID().toString());
        assertThat(SERVED.call("full", method, path, "{").status()).isEqualTo(400);
        assertThat(SERVED.call("full", method, path, "[1]").status()).isEqualTo(400);
        assertThat(SERVED.call("full", method, path, "\"text\"").status()).isEqualTo(400);
        assertThat(SERVED.call("full", method, path, "{\"a\":\"" + "x".repeat(1 << 20) + "\"}")
                        .status())
                .isEqualTo(413);
        Served.Answered other =
                SERVED.call(Map.of("Authorization", "Bearer full", "Content-Type", "text/plain"), method, path, "{}");
        assertThat(other.status()).isEqualTo(415);
        Served.Answered longKey = SERVED.call(
                Map.of("Authorization", "Bearer full", "Idempotency-Key", "k".repeat(256)), method, path, "{\"a\":1}");
        assertThat(longKey.status()).isEqualTo(400);
    }
}
