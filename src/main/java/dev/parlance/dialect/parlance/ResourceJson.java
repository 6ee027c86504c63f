package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Message;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.Use;
import dev.parlance.conversation.UseKind;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.query.ResourceUsage;
import dev.parlance.tenant.Access;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes what was used and where.
final class ResourceJson {
    private ResourceJson() {}

    static void summary(JsonGenerator json, ResourceType type, ResourceUsage.Summary summary) {
        json.writeStartObject();
        json.writeStringProperty("type", type.word());
        json.writeStringProperty("id", summary.resourceId());
        json.writeNumberProperty("conversation_count", summary.conversations());
        json.writeNumberProperty("applied_conversation_count", summary.appliedConversations());
        json.writeNumberProperty("applied_reply_count", summary.appliedReplies());
        json.writeNumberProperty("available_conversation_count", summary.availableConversations());
        json.writeNumberProperty("available_reply_count", summary.availableReplies());
        json.writeNumberProperty("handoff_count", summary.handoffs());
        json.writeStringProperty("first_used_at", Moments.micros(summary.firstUsed()));
        json.writeStringProperty("last_used_at", Moments.micros(summary.lastUsed()));
        json.writeEndObject();
    }

    /// A resource that no reply used; ids are the agents' own, so that nobody knows whether it is one.
    static void unused(JsonGenerator json, ResourceType type, String id) {
        json.writeStartObject();
        json.writeStringProperty("type", type.word());
        json.writeStringProperty("id", id);
        for (String name : List.of("conversation", "applied_conversation", "applied_reply")) {
            json.writeNumberProperty(name + "_count", 0);
        }
        for (String name : List.of("available_conversation", "available_reply", "handoff")) {
            json.writeNumberProperty(name + "_count", 0);
        }
        json.writeNullProperty("first_used_at");
        json.writeNullProperty("last_used_at");
        json.writeEndObject();
    }

    static void lookup(JsonGenerator json, Access access, ResourceUsage.Lookup found, @Nullable String next) {
        Members members = new Members(json);
        json.writeStartObject();
        json.writeArrayPropertyStart("data");
        for (ResourceUsage.Hit hit : found.hits()) {
            json.writeStartObject();
            json.writeStringProperty("conversation_id", hit.conversation().toString());
            json.writeNumberProperty("number", hit.number());
            if (access.seesSensitive()) {
                members.nullable("last_message", hit.lastMessage());
            }
            json.writeNumberProperty("reply_count", hit.replies());
            json.writeStringProperty("first_used_at", Moments.micros(hit.firstUsed()));
            json.writeStringProperty("last_used_at", Moments.micros(hit.lastUsed()));
            json.writeEndObject();
        }
        json.writeEndArray();
        members.nullable("next", next);
        json.writeNumberProperty("total", found.total());
        json.writeEndObject();
    }

    /// How often the replies of one conversation used a resource. Who applied it had it available, actions aside.
    record Tally(
            ResourceType type,
            String id,
            @Nullable String name,
            long applied,
            long available,
            Instant first,
            Instant last) {
        /// One use of one reply.
        private record Once(Use use, Message reply) {}

        /// A conversation's resources, most recently used first.
        static List<Tally> of(List<Message> messages) {
            Map<List<Object>, List<Once>> uses = messages.stream()
                    .flatMap(message -> message.uses().stream().map(use -> new Once(use, message)))
                    .collect(Collectors.groupingBy(
                            once -> List.of(once.use().type(), once.use().resourceId()),
                            LinkedHashMap::new,
                            Collectors.toList()));
            List<Tally> tallies = new ArrayList<>();
            uses.values().forEach(each -> tallies.add(of(each.getFirst().use(), each)));
            tallies.sort(Comparator.comparing(Tally::last).reversed());
            return tallies;
        }

        private static Tally of(Use use, List<Once> uses) {
            long applied = replies(uses.stream().filter(each -> each.use().kind() == UseKind.APPLIED));
            long all = use.type() == ResourceType.ACTION ? 0 : replies(uses.stream());
            String name = uses.reversed().stream()
                    .flatMap(each -> Stream.ofNullable(each.use().name()))
                    .findFirst()
                    .orElse(null);
            Instant first = uses.getFirst().reply().at();
            Instant last = uses.getLast().reply().at();
            return new Tally(use.type(), use.resourceId(), name, applied, all, first, last);
        }

        private static long replies(Stream<Once> uses) {
            return uses.map(each -> each.reply().id()).distinct().count();
        }
    }

    static void tally(JsonGenerator json, Tally tally) {
        json.writeStartObject();
        json.writeStringProperty("type", tally.type().word());
        json.writeStringProperty("id", tally.id());
        new Members(json).nullable("name", tally.name());
        json.writeNumberProperty("applied_reply_count", tally.applied());
        json.writeNumberProperty("available_reply_count", tally.available());
        json.writeStringProperty("first_used_at", Moments.micros(tally.first()));
        json.writeStringProperty("last_used_at", Moments.micros(tally.last()));
        json.writeEndObject();
    }
}
