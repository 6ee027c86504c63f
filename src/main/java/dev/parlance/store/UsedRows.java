package dev.parlance.store;

import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.UseKind;
import dev.parlance.query.Span;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who used what in a span of time: rows (tenant_id, resource_id, kind, number, replies, first_used_at, last_used_at).
///
/// A conversation whose uses all lie in the span is taken as it is kept. Only those that reach over an end of it, and
/// they
/// are few, are counted again from their single uses.
record UsedRows(TenantId tenant, @Nullable UUID workspace, ResourceType type, Span span) {
    Sql of(String resourceId, UseKind kind) {
        return rows(Sql.of("and r.resource_id = ? and r.kind = ?", resourceId, kind));
    }

    Sql of(String resourceId) {
        return rows(Sql.of("and r.resource_id = ?", resourceId));
    }

    Sql ofAll() {
        return rows(Sql.of(""));
    }

    private Sql rows(Sql which) {
        Sql scope = Sql.of("where r.tenant_id = ? and r.type = ?", tenant.value(), type)
                .and(which)
                .and(inWorkspace());
        Sql whole = Sql.of("""
                        select r.tenant_id, r.resource_id, r.kind, r.number, r.replies::bigint as replies,
                          r.first_used_at, r.last_used_at
                        from resource_conversation r
                        """).and(scope);
        return span.isAlways()
                ? whole
                : whole.and("and").and(inside()).and("union all").and(recounted(scope));
    }

    private Sql inWorkspace() {
        return workspace == null ? Sql.of("") : Sql.of("""
                        and r.number in (
                          select c.number from conversation c where c.tenant_id = ? and c.workspace_id = ?)""", tenant.value(), workspace);
    }

    private Sql inside() {
        return Where.during("r.first_used_at", new Span(span.from(), null))
                .and("and")
                .and(Where.during("r.last_used_at", new Span(null, span.to())));
    }

    private Sql recounted(Sql scope) {
        return Sql.of("""
                        select r.tenant_id, r.resource_id, r.kind, r.number, u.replies, u.first_used_at, u.last_used_at
                        from resource_conversation r cross join lateral (
                          select count(distinct u.position) as replies, min(u.used_at) as first_used_at,
                            max(u.used_at) as last_used_at
                          from resource_use u
                          where u.tenant_id = r.tenant_id and u.number = r.number and u.type = r.type
                            and u.resource_id = r.resource_id and (u.kind = r.kind or r.kind = 0) and
                        """)
                .and(Where.during("u.used_at", span))
                .and(") u")
                .and(scope)
                .and("and not (")
                .and(inside())
                .and(") and")
                .and(Where.during("r.last_used_at", new Span(span.from(), null)))
                .and("and")
                .and(Where.during("r.first_used_at", new Span(null, span.to())))
                .and("and u.replies > 0");
    }
}
