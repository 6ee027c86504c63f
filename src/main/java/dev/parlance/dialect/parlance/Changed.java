package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.http.JsonBody;
import dev.parlance.http.Reply;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Desk;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Answers a change with the conversation as it is now, and its version.
final class Changed {
    private Changed() {}

    static Reply answer(Access access, Desk.Done done) {
        Conversation conversation = done.row().conversation();
        return new Reply.Whole(200, headers(done), 1, json -> ConversationJson.write(json, access, conversation));
    }

    /// Of a conversation that was begun, with what was said in it.
    static Reply begun(Access access, Desk.Done done) {
        Conversation conversation = done.row().conversation();
        Map<String, String> headers = headers(done);
        headers.put("Location", "/v1/conversations/" + conversation.id());
        return new Reply.Whole(201, headers, 1, body(access, conversation, done.said()));
    }

    /// Of messages that were said.
    static Reply said(Access access, Desk.Done done, List<Message> said) {
        return new Reply.Whole(201, headers(done), said.size(), json -> {
            json.writeStartObject();
            MessageJson.write(json, "messages", said);
            json.writeName("conversation");
            ConversationJson.write(json, access, done.row().conversation());
            json.writeEndObject();
        });
    }

    private static JsonBody body(Access access, Conversation conversation, List<Message> said) {
        return json -> {
            json.writeStartObject();
            ConversationJson.writeMembers(json, access, conversation);
            MessageJson.write(json, "messages", said);
            json.writeEndObject();
        };
    }

    private static Map<String, String> headers(Desk.Done done) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("ETag", Version.tag(done.row().conversation()));
        if (done.repeated()) {
            headers.put("Idempotent-Replayed", "true");
        }
        return headers;
    }
}
