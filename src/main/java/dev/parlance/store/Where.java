package dev.parlance.store;

import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.UseKind;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Marks;
import dev.parlance.query.NumberField;
import dev.parlance.query.Span;
import dev.parlance.query.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A filter as a condition on `conversation c`. SQL's unknown counts as false; only `not` has to make it so.
final class Where {
    private static final Sql TRUE = Sql.of("true");
    private static final Sql FALSE = Sql.of("false");

    private final TenantId tenant;

    private Where(TenantId tenant) {
        this.tenant = tenant;
    }

    static Sql of(TenantId tenant, Filter filter) {
        return new Where(tenant).condition(filter);
    }

    private Sql condition(Filter filter) {
        return switch (filter) {
            case Filter.All all -> joined(all.filters(), "and", TRUE);
            case Filter.Any any -> joined(any.filters(), "or", FALSE);
            case Filter.Not not -> Sql.of("(").and(condition(not.filter())).and(") is not true");
            case Filter.OneOf one -> Column.of(one.field()).among(tenant, one.values());
            case Filter.Present present -> Column.of(present.field()).present(tenant);
            case Filter.During during -> during(column(during.field()), during.span());
            case Filter.Between between -> between(between);
            case Filter.Contains contains ->
                Sql.of("strpos(" + column(contains.field()) + ", ?) > 0", TextField.folded(contains.part()));
            case Filter.Tagged tagged ->
                marked(Set.of(Marks.tag(tagged.tag()))).and("and exists").and(detail("? = any(d.tags)", tagged.tag()));
            case Filter.CustomData custom -> customData(custom);
            case Filter.Words words -> words(words.words());
            case Filter.Used used -> used(used);
        };
    }

    private Sql joined(List<Filter> filters, String word, Sql none) {
        return filters.stream()
                .map(each -> Sql.of("(").and(condition(each)).and(")"))
                .reduce((left, right) -> left.and(word).and(right))
                .orElse(none);
    }

    static String column(InstantField field) {
        return switch (field) {
            case CREATED -> "c.created_at";
            case UPDATED -> "c.updated_at";
            case ACTIVITY -> "c.activity_at";
        };
    }

    private static String column(NumberField field) {
        return switch (field) {
            case NUMBER -> "c.number";
            case MESSAGES -> "c.messages";
            case USER_TURNS -> "c.user_turns";
            case DURATION -> "c.duration";
        };
    }

    private static String column(TextField field) {
        return switch (field) {
            case USER -> "c.user_id_folded";
            case AGENT_NUMBER -> "c.agent_number_folded";
        };
    }

    static Sql during(String column, Span span) {
        List<Object> values = new ArrayList<>();
        String from = "";
        if (span.from() != null) {
            from = " and " + column + " >= ?";
            values.add(span.from());
        }
        String to = "";
        if (span.to() != null) {
            to = " and " + column + " <= ?";
            values.add(span.to());
        }
        return new Sql("true" + from + to, values);
    }

    private static Sql between(Filter.Between between) {
        String column = column(between.field());
        Sql condition = Sql.of(column + " is not null");
        if (between.least() != null) {
            condition = condition.and("and " + column + " >= ?", between.least());
        }
        return between.most() == null ? condition : condition.and("and " + column + " <= ?", between.most());
    }

    private Sql marked(Set<Long> marks) {
        return marks.stream()
                .map(mark -> Sql.of(
                        "c.number in (select m.number from conversation_mark m where m.tenant_id = ? and m.mark = ?)",
                        tenant.value(),
                        mark))
                .reduce((left, right) -> left.and("and").and(right))
                .orElse(TRUE);
    }

    private Sql detail(String condition, Object value) {
        return Sql.of(
                "(select from conversation_detail d where d.tenant_id = ? and d.number = c.number and " + condition
                        + ")",
                tenant.value(),
                value);
    }

    private Sql customData(Filter.CustomData custom) {
        String object = custom.object().text();
        return switch (custom.owner()) {
            case CONVERSATION ->
                marked(Marks.telling(custom.object()))
                        .and("and exists")
                        .and(detail("d.custom_data::jsonb @> ?::jsonb", object));
            case CONTACT -> Sql.of("""
                    c.contact_id in (
                      select k.id from contact k where k.tenant_id = ? and k.custom_data::jsonb @> ?::jsonb)""", tenant.value(), object);
        };
    }

    private static Sql words(List<String> words) {
        return words.stream()
                .map(word -> Sql.of("c.number in (select numbers_with_word(?))", word))
                .reduce((left, right) -> left.and("and").and(right))
                .orElse(TRUE);
    }

    private Sql used(Filter.Used used) {
        Sql ever = Sql.of("""
                c.number in (
                  select r.number from resource_conversation r
                  where r.tenant_id = ? and r.type = ? and r.resource_id = ? and r.kind = ?""", tenant.value(), used.type(), used.resourceId(), used.kind());
        if (used.span().isAlways()) {
            return ever.and(")");
        }
        Sql uses = Sql.of("""
                ) and exists (
                  select from resource_use u
                  where u.tenant_id = ? and u.number = c.number and u.type = ? and u.resource_id = ?""", tenant.value(), used.type(), used.resourceId());
        return ever.and(uses)
                .and("and u.kind = any(?) and", kinds(used.type(), used.kind()))
                .and(during("u.used_at", used.span()))
                .and(")");
    }

    /// The stored kinds that count: an applied instruction or knowledge item was available too.
    static Sql.Values kinds(ResourceType type, UseKind kind) {
        boolean both = kind == UseKind.AVAILABLE && type != ResourceType.ACTION;
        List<UseKind> kinds = both ? List.of(UseKind.AVAILABLE, UseKind.APPLIED) : List.of(kind);
        return new Sql.Values("int2", kinds);
    }
}
