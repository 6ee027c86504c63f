package dev.parlance.dialect.parlance;

import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.UseKind;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.StorableText;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.query.ResourceUsage;
import dev.parlance.query.Row;
import dev.parlance.query.Span;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What replies used, both ways: the conversations of a resource, the resources of a conversation.
final class ResourceCalls {
    private static final String ALL = "/v1/resources/{resource_type}";
    private static final String ONE = ALL + "/{resource_id}";
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1000;
    private static final Map<String, ResourceType> TYPES = new LinkedHashMap<>();
    private static final Map<String, UseKind> KINDS = new LinkedHashMap<>();

    static {
        List.of(ResourceType.values()).forEach(type -> TYPES.put(type.word(), type));
        List.of(UseKind.values()).forEach(kind -> KINDS.put(kind.word(), kind));
    }

    private final Archive archive;

    private ResourceCalls(Archive archive) {
        this.archive = archive;
    }

    static List<Route> routes(Doors doors) {
        ResourceCalls calls = new ResourceCalls(doors.archive());
        return List.of(
                Route.get(ALL, calls::list),
                Route.get(ONE, calls::get),
                Route.get(ONE + "/conversations", calls::conversations),
                Route.get("/v1/conversations/{conversation_id}/resources", calls::ofConversation));
    }

    private Reply list(Request request) {
        ResourceType type = type(request);
        Parameters parameters = Accepted.parameters(request, "from", "to", "cursor", "limit");
        Span span = parameters.span("from", "to");
        int limit = (int) parameters.integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        ResourceUsage.Last after = Bookmark.find(
                        parameters,
                        request,
                        2,
                        parts -> new ResourceUsage.Last(Bookmark.instant(parts.get(0)), parts.get(1)))
                .orElse(null);
        parameters.check();
        List<ResourceUsage.Summary> found =
                archive.resources(request.access(), new ResourceUsage.Listing(type, span, after, limit + 1));
        List<ResourceUsage.Summary> page = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? Bookmark.text(
                        request,
                        Bookmark.micros(page.getLast().lastUsed()),
                        page.getLast().resourceId())
                : null;
        return Listed.reply(page, next, (json, summary) -> ResourceJson.summary(json, type, summary));
    }

    private Reply get(Request request) {
        ResourceType type = type(request);
        Parameters parameters = Accepted.parameters(request, "from", "to");
        Span span = parameters.span("from", "to");
        String id = resourceId(request, parameters.mistakes());
        parameters.check();
        ResourceUsage.Summary summary =
                archive.findUse(request.access(), type, id, span).orElse(null);
        return Reply.ok(List.of(id), json -> {
            if (summary == null) {
                ResourceJson.unused(json, type, id);
            } else {
                ResourceJson.summary(json, type, summary);
            }
        });
    }

    private Reply conversations(Request request) {
        ResourceType type = type(request);
        Parameters parameters = Accepted.parameters(request, "kind", "from", "to", "cursor", "limit");
        String id = resourceId(request, parameters.mistakes());
        UseKind kind = parameters.findOneOf("kind", KINDS).orElse(UseKind.APPLIED);
        Span span = parameters.span("from", "to");
        int limit = (int) parameters.integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        long offset = Bookmark.find(parameters, request, 1, parts -> Long.parseUnsignedLong(parts.get(0)))
                .orElse(0L);
        parameters.check();
        ResourceUsage.Used used = new ResourceUsage.Used(type, id, kind, span);
        ResourceUsage.Lookup found = archive.lookUp(request.access(), used, limit, Math.max(0, offset));
        long end = offset + found.hits().size();
        boolean more = !found.hits().isEmpty() && end < found.total();
        String next = more ? Bookmark.text(request, end) : null;
        return Reply.ok(found.hits(), json -> ResourceJson.lookup(json, request.access(), found, next));
    }

    private Reply ofConversation(Request request) {
        Accepted.parameters(request).check();
        request.access().require(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_READ_SENSITIVE);
        Row row = archive.get(request.access(), Ids.conversation(request), true);
        return Listed.whole(ResourceJson.Tally.of(row.messages()), ResourceJson::tally);
    }

    /// Any of three scopes opens resources of a type, together with that for the conversations.
    private static ResourceType type(Request request) {
        ResourceType type = TYPES.get(request.pathValue("resource_type"));
        if (type == null) {
            String accepted = Mistakes.oneOf(TYPES.keySet());
            throw Problem.invalid(new Mistake(
                    Mistake.Place.PATH,
                    "resource_type",
                    "enum",
                    "resource_type must be " + accepted,
                    Mistake.quoted(request.pathValue("resource_type")),
                    accepted));
        }
        request.access().requireOneOf(Permission.RESOURCES_READ, narrower(type));
        request.access().require(Permission.CONVERSATIONS_READ);
        return type;
    }

    private static Permission narrower(ResourceType type) {
        return switch (type) {
            case ACTION -> Permission.ACTIONS_READ;
            case INSTRUCTION, KNOWLEDGE -> Permission.TRAINING_READ;
        };
    }

    private static String resourceId(Request request, Mistakes mistakes) {
        String id = request.pathValue("resource_id");
        if (!StorableText.is(id)) {
            mistakes.mustBe(Mistake.Place.PATH, "resource_id", "text", "text without U+0000");
        }
        return id;
    }
}
