package dev.parlance.bench;

import java.sql.SQLException;
import java.util.List;

/// Values of the largest tenant to ask for.
///
/// @param deep creation times of conversations that lie about 100,000 below the newest, or half-way down a small
/// archive
record Facts(
        int tenant,
        String publicId,
        int size,
        List<String> memberships,
        List<String> orders,
        List<String> deep,
        String contact,
        String user,
        String agent,
        String hottest,
        String rarest,
        String hottestKnowledge) {
    private static final int VARIANTS = 16;
    static final int DEPTH = 100_000;

    static Facts of(Plain plain) throws SQLException {
        int tenant = Integer.parseInt(plain.one("select id from tenant where name = '" + World.tenant(0) + "'"));
        int size = Integer.parseInt(plain.one("select count(*) from conversation where tenant_id = " + tenant));
        String every = "number % " + (size / VARIANTS) + " = 3";
        return new Facts(
                tenant,
                plain.one("select public_id from tenant where id = " + tenant),
                size,
                plain.list(
                        of(tenant, "audience_membership_id is not null", "audience_membership_id", "number % 997 = 5")),
                plain.list("select source_id from conversation_detail where tenant_id = " + tenant + " and " + every
                        + " order by number limit " + VARIANTS),
                plain.list("select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " from conversation where tenant_id = " + tenant + " order by created_at desc offset "
                        + Math.min(DEPTH, size / 2) + " limit " + VARIANTS),
                plain.one(of(tenant, "contact_id is not null", "contact_id", "true")),
                plain.one(of(tenant, "user_id is not null", "user_id", "number > 100")),
                plain.one(of(tenant, "agent_id is not null", "agent_id", "true")),
                resource(plain, tenant, 0, "desc"),
                resource(plain, tenant, 0, "asc"),
                resource(plain, tenant, 2, "desc"));
    }

    int depth() {
        return Math.min(DEPTH, size / 2);
    }

    private static String of(int tenant, String present, String column, String which) {
        return "select " + column + " from conversation where tenant_id = " + tenant + " and " + present + " and "
                + which + " order by number limit " + VARIANTS;
    }

    private static String resource(Plain plain, int tenant, int type, String way) throws SQLException {
        return plain.one("select resource_id from resource_total where tenant_id = " + tenant + " and type = " + type
                + " order by applied_conversations " + way + ", resource_id limit 1");
    }
}
