package dev.parlance.dialect.opencx;

import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.UseKind;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.StorableText;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Mistake.Place;
import dev.parlance.problem.Problem;
import dev.parlance.query.ResourceUsage;
import dev.parlance.query.Span;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The reverse lookup: where actions, instructions and knowledge were used.
final class UsageCalls {
    private static final Map<String, ResourceType> TYPES = new LinkedHashMap<>();
    private static final Map<String, UseKind> KINDS = new LinkedHashMap<>();
    private static final long LARGEST_OFFSET = 9_007_199_254_740_991L;

    static {
        List.of(ResourceType.values()).forEach(type -> TYPES.put(type.word(), type));
        List.of(UseKind.APPLIED, UseKind.AVAILABLE).forEach(kind -> KINDS.put(kind.word(), kind));
    }

    private final Archive archive;

    UsageCalls(Archive archive) {
        this.archive = archive;
    }

    Reply conversations(Request request) {
        ResourceType type = type(request);
        Parameters parameters = new Parameters(request);
        String id = resourceId(request, parameters.mistakes());
        UseKind kind = parameters.findOneOf("usageKind", KINDS).orElse(UseKind.APPLIED);
        Span span = parameters.span("from", "to");
        int limit = (int) parameters.integer("limit", 20, 1, 100);
        long offset = parameters.integer("offset", 0, 0, LARGEST_OFFSET);
        parameters.check();
        ResourceUsage.Used used = new ResourceUsage.Used(type, id, kind, span);
        ResourceUsage.Lookup found = archive.lookUp(request.access(), used, limit, offset);
        return Reply.ok(found.hits(), json -> UsageJson.lookup(json, found));
    }

    Reply list(Request request) {
        ResourceType type = type(request);
        Parameters parameters = new Parameters(request);
        int limit = (int) parameters.integer("limit", 50, 1, 250);
        UsageCursor asked = new UsageCursor(type, parameters.span("from", "to"), null);
        UsageCursor start = UsageCursor.read(parameters, asked);
        parameters.check();
        List<ResourceUsage.Summary> found = archive.resources(
                request.access(), new ResourceUsage.Listing(type, start.span(), start.after(), limit + 1));
        List<ResourceUsage.Summary> page = found.stream().limit(limit).toList();
        UsageCursor next = found.size() > limit ? start.after(page.getLast()) : null;
        return Reply.ok(page, json -> UsageJson.list(json, page, next));
    }

    Reply summary(Request request) {
        ResourceType type = type(request);
        Parameters parameters = new Parameters(request);
        String id = resourceId(request, parameters.mistakes());
        Span span = parameters.span("from", "to");
        parameters.check();
        Optional<ResourceUsage.Summary> found = archive.findUse(request.access(), type, id, span);
        return Reply.ok(List.of(id), json -> UsageJson.summary(json, type, id, found.orElse(null)));
    }

    /// Two scopes open a resource: one for its type, one for the conversations.
    private static ResourceType type(Request request) {
        ResourceType type = TYPES.get(request.pathValue("resource_type"));
        if (type == null) {
            String accepted = "resource_type must be " + Mistakes.oneOf(TYPES.keySet());
            throw Problem.invalid(new Mistake(Place.PATH, "resource_type", "enum", accepted));
        }
        request.access().require(needed(type), Permission.CONVERSATIONS_READ);
        return type;
    }

    private static Permission needed(ResourceType type) {
        return switch (type) {
            case ACTION -> Permission.ACTIONS_READ;
            case INSTRUCTION, KNOWLEDGE -> Permission.TRAINING_READ;
        };
    }

    private static String resourceId(Request request, Mistakes mistakes) {
        String id = request.pathValue("resource_id");
        if (!StorableText.is(id)) {
            mistakes.mustBe(Place.PATH, "resource_id", "text", "text without U+0000");
        }
        return id;
    }
}
