package dev.parlance.bench;

import dev.parlance.bench.Question.Floor;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.UseKind;
import java.util.List;

/// `GET /resource-usage/{type}/{id}/conversations`, which always tells the exact total.
record UsageQuestions(Facts facts) {
    private static final String CALL = "opencx usage";
    private static final String FROM = "2025-03-01T00:00:00Z";
    private static final String TO = "2025-04-01T00:00:00Z";
    private static final String LAST_MESSAGE = """
            (select m.text from message m where m.tenant_id = c.tenant_id and m.number = c.number
             order by m.position desc limit 1)""";

    static List<Question> all(Facts facts) {
        return new UsageQuestions(facts).questions();
    }

    private List<Question> questions() {
        return List.of(
                Question.of(
                        CALL,
                        "plain page, hottest action (SQL without total)",
                        Floor.PLAIN,
                        ask(ResourceType.ACTION, facts.hottest(), ""),
                        page(used(ResourceType.ACTION, facts.hottest(), UseKind.APPLIED))),
                ever("hottest action", ResourceType.ACTION, facts.hottest(), UseKind.APPLIED),
                ever("rarest action", ResourceType.ACTION, facts.rarest(), UseKind.APPLIED),
                ever(
                        "hottest knowledge, available",
                        ResourceType.KNOWLEDGE,
                        facts.hottestKnowledge(),
                        UseKind.AVAILABLE),
                within("hottest action in a month", facts.hottest()),
                within("rarest action in a month", facts.rarest()));
    }

    private static Ask ask(ResourceType type, String id, String parameters) {
        return Ask.get("/resource-usage/" + type.word() + "/" + id + "/conversations" + parameters);
    }

    private Question ever(String name, ResourceType type, String id, UseKind kind) {
        String used = used(type, id, kind);
        Ask ask = ask(type, id, "?usageKind=" + kind.word());
        return Question.of(CALL, name, Floor.PROMPT, ask, page(used), "select count(*) from (" + used + ") u");
    }

    private Question within(String name, String id) {
        String used = """
                select r.tenant_id, r.number, u.replies, u.first_used_at, u.last_used_at from resource_conversation r
                cross join lateral (
                  select count(distinct u.position) as replies, min(u.used_at) as first_used_at, max(u.used_at) as last_used_at
                  from resource_use u where u.tenant_id = r.tenant_id and u.number = r.number and u.type = r.type
                    and u.resource_id = r.resource_id and u.used_at between '%s' and '%s') u
                %s and r.last_used_at >= '%s' and r.first_used_at <= '%s' and u.replies > 0
                """.formatted(FROM, TO, which(ResourceType.ACTION, id, UseKind.APPLIED), FROM, TO);
        Ask ask = ask(ResourceType.ACTION, id, "?from=" + FROM + "&to=" + TO);
        return Question.of(CALL, name, Floor.PROMPT, ask, page(used), "select count(*) from (" + used + ") u");
    }

    private String used(ResourceType type, String id, UseKind kind) {
        return "select r.tenant_id, r.number, r.replies, r.first_used_at, r.last_used_at from resource_conversation r "
                + which(type, id, kind);
    }

    @SuppressWarnings("EnumOrdinal") // as the store keeps it
    private String which(ResourceType type, String id, UseKind kind) {
        return "where r.tenant_id = %d and r.type = %d and r.resource_id = '%s' and r.kind = %d"
                .formatted(facts.tenant(), type.ordinal(), id, kind.ordinal());
    }

    private static String page(String used) {
        return "select c.id, c.number, " + LAST_MESSAGE + ", u.replies, u.first_used_at, u.last_used_at from (" + used
                + " order by last_used_at desc, number desc limit 20) u"
                + " join conversation c on c.tenant_id = u.tenant_id and c.number = u.number"
                + " order by u.last_used_at desc, u.number desc";
    }
}
