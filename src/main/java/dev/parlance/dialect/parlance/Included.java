package dev.parlance.dialect.parlance;

import dev.parlance.conversation.AttentionItem;
import dev.parlance.conversation.Conversation;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.Parameters;
import dev.parlance.http.Request;
import dev.parlance.journal.Change;
import dev.parlance.query.AttentionItems;
import dev.parlance.query.Satisfaction;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// What a conversation comes with, by the parameter `include`.
record Included(boolean transcript, Set<String> others) {
    private static final String TRANSCRIPT = "transcript";
    private static final String TIMELINE = "timeline";
    private static final String ATTENTION = "attention";
    private static final String RATING = "rating";
    private static final int MOST_ITEMS = 1000;

    static Included read(Request request) {
        Parameters parameters = Accepted.parameters(request, "include");
        Set<String> words = Accepted.words(parameters, "include", List.of(TRANSCRIPT, TIMELINE, ATTENTION, RATING));
        parameters.check();
        boolean transcript = words.contains(TRANSCRIPT);
        if (transcript) {
            request.access().require(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE);
        }
        return new Included(transcript, words);
    }

    /// What is not the conversation itself; null for what was not asked for.
    Beside beside(Doors doors, Access access, Conversation conversation) {
        var wanted = new AttentionItems.Wanted(null, conversation.id(), null);
        return new Beside(
                others.contains(TIMELINE) ? doors.archive().timeline(access, conversation) : null,
                others.contains(ATTENTION) ? doors.premises().attention(access, wanted, null, MOST_ITEMS) : null,
                others.contains(RATING),
                others.contains(RATING)
                        ? doors.directory().findScore(access, conversation).orElse(null)
                        : null);
    }

    record Beside(
            @Nullable List<Change> timeline,
            @Nullable List<AttentionItem> attention,
            boolean rated,
            Satisfaction.@Nullable Score rating) {
        void write(JsonGenerator json, Access access) {
            if (timeline != null) {
                ChangeJson.write(json, TIMELINE, timeline);
            }
            if (attention != null) {
                json.writeArrayPropertyStart(ATTENTION);
                attention.forEach(item -> AttentionJson.write(json, access, item));
                json.writeEndArray();
            }
            if (rated) {
                Included.rating(json, rating);
            }
        }
    }

    private static void rating(JsonGenerator json, Satisfaction.@Nullable Score rating) {
        if (rating == null) {
            json.writeNullProperty(RATING);
            return;
        }
        json.writeObjectPropertyStart(RATING);
        json.writeNumberProperty("score", rating.score());
        new Members(json).nullable("comment", rating.comment());
        json.writeStringProperty("created_at", Moments.micros(rating.created()));
        json.writeStringProperty("updated_at", Moments.micros(rating.updated()));
        json.writeEndObject();
    }
}
