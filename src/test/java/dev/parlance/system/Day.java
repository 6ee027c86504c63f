package dev.parlance.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// What clients of the four vendors do with conversations of their own. Each request goes to any of the servers, and
/// every third is sent again under its key, as after a lost answer.
final class Day {
    private final List<Caller> servers;
    private final String workspace;
    private final String channel;

    /// @param workspace the id of OHallo's workspace, and `channel` of one of its channels
    Day(List<Caller> servers, String workspace, String channel) {
        this.servers = servers;
        this.workspace = workspace;
        this.channel = channel;
    }

    /// How a conversation must stand in the end: the vendor's column in the table of states, its word, and how many
    /// messages there are.
    record Told(String id, int vendor, String status, int messages) {}

    /// One client's whole day, by its turn.
    private final class Client {
        private final Random random;
        private final int turn;
        private int requests;

        Client(int turn) {
            this.turn = turn;
            this.random = new Random(turn);
        }

        Answer send(String method, String path, String body) {
            String key = "turn-" + turn + "-" + requests++;
            Answer first = any().send(method, path, body, key);
            if (requests % 3 == 0 && first.status() < 300) {
                Answer again = any().send(method, path, body, key);
                assertThat(again.status()).as(again.text()).isEqualTo(first.status());
                assertThat(again.text()).isEqualTo(first.text());
            }
            return first;
        }

        Answer good(String method, String path, String body) {
            Answer answer = send(method, path, body);
            assertThat(answer.status())
                    .as(method + " " + path + " " + answer.text())
                    .isBetween(200, 299);
            return answer;
        }

        void refused(String method, String path, String body) {
            assertThat(any().send(method, path, body, "no-" + turn + "-" + requests++)
                            .status())
                    .isEqualTo(409);
        }

        Caller any() {
            return servers.get(random.nextInt(servers.size()));
        }
    }

    Told openCx(int turn) {
        Client client = new Client(turn);
        String id = client.good("POST", "/chat/sessions", "{\"channel\": {\"type\": \"web\"}}")
                .json()
                .get("id")
                .stringValue();
        String session = "/chat/sessions/" + id;
        client.good("POST", session + "/send", said("contact", "My parcel " + turn + " is late", false));
        switch (turn % 5) {
            case 0 -> {
                return new Told(id, 1, "open", 1);
            }
            case 1 -> client.good("POST", session + "/send", said("agent", "I look", true));
            case 2 -> {
                client.good("POST", session + "/send", said("agent", "Found", false));
                client.good("PATCH", session, "{\"status\": \"closed_resolved\"}");
                return new Told(id, 1, "closed_resolved", 2);
            }
            case 3 -> {
                client.good("PATCH", session, "{\"status\": \"closed_unresolved\"}");
                client.good("PATCH", session, "{\"status\": \"open\"}");
                client.good("POST", session + "/send", said("contact", "Again", false));
            }
            default -> {
                client.good("PATCH", session, "{\"status\": \"closed_unresolved\"}");
                return new Told(id, 1, "closed_unresolved", 1);
            }
        }
        return new Told(id, 1, "open", 2);
    }

    private static String said(String sender, String text, boolean takesOver) {
        return """
                {"sender": "%s", "message": {"type": "text", "text": "%s"}, "should_take_over_session_from_ai": %s}
                """.formatted(sender, text, takesOver);
    }

    Told parrotMob(int turn) {
        Client client = new Client(turn);
        String accounts = "/api/v2/accounts/me/";
        String body = """
                {"audience_membership": {"id": "%s"}, "text": "News of the day"}
                """.formatted(new UUID(7, turn));
        client.good("POST", accounts + "conversation-messages", body);
        client.good("POST", accounts + "conversation-messages", body);
        String id = client.any()
                .body(accounts + "conversations?audience_membership_id=" + new UUID(7, turn))
                .at("/data/0/id")
                .stringValue();
        if (turn % 2 == 0) {
            return new Told(id, 2, "running", 2);
        }
        client.good("POST", accounts + "conversations/" + id + "/cancel", "{}");
        client.refused("POST", accounts + "conversations/" + id + "/cancel", "{}");
        return new Told(id, 2, "cancelled", 2);
    }

    Told anyreach(int turn) {
        Client client = new Client(turn);
        String id = UUID.nameUUIDFromBytes(("turn" + turn).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        client.good("POST", "/core/conversations", """
                {"id": "%s", "channel": "text", "user_id": "guest_%d", "agent_config": {"v1": {}}}
                """.formatted(id, turn));
        client.refused("POST", "/core/conversations/" + id + "/messages", "{\"text\": \"Is anybody there?\"}");
        if (turn % 2 == 0) {
            return new Told(id, 3, "in_progress", 1);
        }
        client.good("POST", "/core/conversations/" + id + "/end", "");
        return new Told(id, 3, "completed", 1);
    }

    Told oHallo(int turn) {
        Client client = new Client(turn);
        Answer composed = client.good("POST", "/api/conversations/compose", """
                {"workspaceId": "%s", "channelId": "%s", "contactEmail": "guest%d@example.com", "content": "Hello"}
                """.formatted(workspace, channel, turn));
        String path = composed.headers().firstValue("location").orElseThrow();
        String id = path.substring(path.lastIndexOf('/') + 1);
        client.refused("POST", path + "/reply", "{\"content\": \"Too early\"}");
        if (turn % 5 == 0) {
            return new Told(id, 4, "waiting", 1);
        }
        client.good("POST", path + "/take-over", "");
        client.good("POST", path + "/reply", "{\"content\": \"It is me now\"}");
        Map<Integer, String> last = Map.of(1, "release", 2, "resolve", 3, "resolve");
        String action = last.get(turn % 5);
        if (action == null) {
            return new Told(id, 4, "human_managed", 2);
        }
        client.good("POST", path + "/" + action, "");
        client.refused("POST", path + "/" + action, "");
        return new Told(id, 4, action.equals("release") ? "active" : "resolved", 2);
    }
}
