package dev.parlance.dialect.anyreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.dialect.Served;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever the document says of a request is understood; the list of conversations has its own test.
class DocumentTest {
    private static final String SPAN = "created_after=2026-01-01&created_before=2099-01-01&updated_after=2026-01-01"
            + "&updated_before=2099-01-01&limit=5&cursor=" + "MjA5OS0wMS0wMVQwMDowMDowMFo";

    @Test
    void everyDocumentedMemberAndValueIsUnderstood() {
        try (Served served = Served.of(Anyreach::dialect, List.of())) {
            Reception reception = new Reception(served);
            agents(served, reception);
            String agent = reception.published("{}");
            String version = served.get("/core/agents/" + agent + "/versions/1")
                    .json()
                    .get("id")
                    .stringValue();
            conversations(served, agent, version);
            String conversation = reception.conversation();
            served.get(Anyreach.CONVERSATIONS + "/" + conversation);
            speak(served, Anyreach.CONVERSATIONS + "/" + conversation);
            assertThat(served.documented().unexercised())
                    .allMatch(line -> line.startsWith("GET " + Anyreach.CONVERSATIONS + ":"));
        }
    }

    private static void speak(Served served, String path) {
        taken(served.post(path + "/messages", "{\"text\":\"a\",\"interactivity\":\"plain\"}"), 409);
        taken(served.post(path + "/messages", "{\"text\":\"a\",\"interactivity\":\"rich\"}"), 409);
        taken(served.post(path + "/end", ""), 200);
    }

    private static void conversations(Served served, String agent, String version) {
        String all = "\"user_id\":\"+46701740605\",\"agent_number\":\"+4684468150\",\"to_address\":\"a@b.example\","
                + "\"from_address\":\"c@d.example\",\"subject\":\"s\",\"initial_context\":\"i\",\"custom_metadata\":{}}";
        taken(
                served.post(
                        Anyreach.CONVERSATIONS,
                        "{\"channel\":\"telephone\",\"agent_id\":\"" + agent + "\",\"version\":\"latest\"," + all),
                202);
        taken(
                served.post(
                        Anyreach.CONVERSATIONS,
                        "{\"channel\":\"email\",\"agent_version_id\":\"" + version
                                + "\",\"id\":\"9d4e1c7a-1f0e-5a2b-8a57-3c0d6f2b4e81\"," + all),
                200);
        String config =
                "\"agent_config\":{\"starting_message\":\"a\",\"channel_overrides\":{},\"channel_properties\":{}},";
        taken(served.post(Anyreach.CONVERSATIONS, "{\"channel\":\"text\"," + config + all), 200);
        taken(served.post(Anyreach.CONVERSATIONS, "{\"channel\":\"webrtc\"," + config + all), 400);
    }

    private static void agents(Served served, Reception reception) {
        for (String flag : List.of("true", "false")) {
            String body = "{\"name\":\"A\",\"description\":\"d\",\"active\":" + flag + ",\"is_demo\":" + flag
                    + ",\"metadata\":{\"a\":1}}";
            taken(served.post("/core/agents", body), 200);
            String path = "/core/agents/" + reception.agent("A");
            taken(served.call("full", "PUT", path, body), 200);
            taken(
                    served.get("/core/agents?name=A&active=" + flag + "&is_demo=" + flag + "&metadata=%7B%7D&" + SPAN),
                    200);
            taken(served.get(path + "/versions?version=1&published=" + flag + "&" + SPAN), 200);
            taken(served.get(path), 200);
            taken(served.call("full", "DELETE", path, null), 204);
        }
        String path = "/core/agents/" + reception.agent("A") + "/versions";
        String config = "\"config\":{\"starting_message\":\"a\",\"channel_overrides\":{},\"channel_properties\":{}}";
        taken(served.post(path, "{" + config + "}"), 200);
        taken(served.post(path, "{\"base_version\":1}"), 200);
        taken(served.call("full", "PUT", path + "/2", "{" + config + ",\"instruction_builder_inputs\":{}}"), 200);
        for (String direction : List.of("inbound", "outbound", "both")) {
            taken(
                    served.post(
                            path + "/2/publish",
                            "{\"phone_numbers\":[\"+4612\"],\"unassign_phone_numbers\":[\"+4613\"],\"direction\":\""
                                    + direction + "\"}"),
                    200);
        }
    }

    private static void taken(Served.Answered answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }
}
