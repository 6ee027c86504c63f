package dev.parlance.bench;

import dev.parlance.conversation.State;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The SQL of a page as one would write it by hand for what one call shows: its columns, its joins, no more.
record Sheet(int tenant, String columns, String joins) {
    private static final String DETAIL =
            " join conversation_detail d on d.tenant_id = c.tenant_id and d.number = c.number";
    private static final String CONTACT = " left join contact k on k.tenant_id = c.tenant_id and k.id = c.contact_id";
    private static final String TEAM = " left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id";

    static Sheet openCx(int tenant) {
        return new Sheet(tenant, """
                c.id, c.state, c.ai_closure, c.sentiment, c.channel, c.number, c.assist_mode, c.created_at, c.updated_at,
                c.language, c.assignee_id, d.custom_data, d.summary, c.handed_off, d.handoff_summary, d.handoff_sentiment,
                c.ticketing_name, c.ticket_id, d.ticket_id_type, k.id, k.email, k.phone, k.name, k.custom_data,
                k.non_verified_name, k.non_verified_email, k.non_verified_custom_data, t.id, t.name, t.description""", DETAIL + CONTACT + TEAM);
    }

    static Sheet parrotMob(int tenant) {
        return new Sheet(tenant, """
                c.id, c.state, c.support_required, c.audience_membership_id, c.conversation_graph_id, c.scheduled_at,
                c.expires_at, c.inaction_ttl, c.started_at, c.completed_at, c.created_at, c.updated_at""", "");
    }

    static Sheet anyreach(int tenant) {
        return new Sheet(tenant, """
                c.id, c.direction, c.channel, c.state, c.user_id, c.agent_id, c.agent_version_id, c.agent_number,
                c.web_widget_id, c.duration, c.user_turns, c.created_at, c.updated_at, d.agent_name, d.summary,
                d.initial_context, d.custom_data, d.recording_url, d.recording_duration, d.recording_format""", DETAIL);
    }

    static Sheet ohallo(int tenant) {
        return new Sheet(tenant, """
                c.id, c.workspace_id, c.channel_account_id, c.contact_id, k.company_id, c.state, d.summary, d.subject,
                d.outcome, c.messages, c.last_message_at, c.created_at, c.updated_at""", DETAIL + CONTACT);
    }

    /// `order` is a column and a direction.
    String page(String where, String order, int limit) {
        return "select " + columns + " from conversation c" + joins + " " + narrowed(where) + ordered(order) + " limit "
                + limit;
    }

    /// A page far down, skipping over the narrow table alone.
    String page(String where, String order, int limit, int offset) {
        return "select " + columns + " from (" + numbers(where, order, limit, offset) + ") p"
                + " join conversation c on c.tenant_id = " + tenant + " and c.number = p.number" + joins
                + ordered(order);
    }

    String numbers(String where, String order, int limit, int offset) {
        return "select c.number from conversation c " + narrowed(where) + ordered(order) + " limit " + limit
                + " offset " + offset;
    }

    String count(String where) {
        return "select count(*) from conversation c " + narrowed(where);
    }

    private String narrowed(String where) {
        return "where c.tenant_id = " + tenant + " and (" + where + ")";
    }

    private static String ordered(String order) {
        String way = order.endsWith(" asc") ? "asc" : "desc";
        return " order by c." + order + ", c.number " + way;
    }

    /// `c.state` is one of these.
    @SuppressWarnings("EnumOrdinal") // as the store keeps it
    static String states(State... states) {
        return "c.state in ("
                + Arrays.stream(states)
                        .map(state -> Integer.toString(state.ordinal()))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    String marked(long mark) {
        return "c.number in (select m.number from conversation_mark m where m.tenant_id = " + tenant + " and m.mark = "
                + mark + ")";
    }

    String worded(String word) {
        return "c.number in (select w.number from conversation_words w where w.tenant_id = " + tenant
                + " and w.words @@ '''" + tenant + " " + word + "'':*'::tsquery)";
    }
}
