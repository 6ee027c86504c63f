package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Message;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.query.Row;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.FileLinks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Answers a change with the conversation as it is now, and its version.
record Changed(FileLinks files) {
    Reply answer(Request request, Desk.Done done) {
        Conversation conversation = done.row().conversation();
        View view = View.of(files, request, List.of(done.row()));
        return new Reply.Whole(200, headers(done), 1, json -> ConversationJson.write(json, view, conversation));
    }

    /// Of a conversation that was begun, with what was said in it.
    Reply begun(Request request, Desk.Done done) {
        Row row = new Row(done.row().conversation(), done.said());
        View view = View.of(files, request, List.of(row));
        Map<String, String> headers = headers(done);
        headers.put("Location", "/v1/conversations/" + row.conversation().id());
        return new Reply.Whole(201, headers, 1, json -> ConversationJson.write(json, view, row));
    }

    /// Of messages that were said.
    Reply said(Request request, Desk.Done done, List<Message> said) {
        Conversation conversation = done.row().conversation();
        View view = View.of(files, request, List.of(new Row(conversation, said)));
        return new Reply.Whole(201, headers(done), said.size(), json -> {
            json.writeStartObject();
            MessageJson.write(json, "messages", view, new Row(conversation, said));
            json.writeName("conversation");
            ConversationJson.write(json, view, conversation);
            json.writeEndObject();
        });
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
