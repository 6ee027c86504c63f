package dev.parlance.store;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.TicketingSystem;
import dev.parlance.query.TextField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The narrow row of a conversation: the statement and its columns side by side.
final class ConversationRow {
    static final String INSERT = """
            insert into conversation (tenant_id, number, id, workspace_id, channel, channel_account_id, direction, state,
              sentiment, ai_closure, assist_mode, support_required, open_attention, handed_off, language, contact_id, team_id, assignee_id,
              agent_id, agent_version_id, agent_number, agent_number_folded, user_id, user_id_folded, web_widget_id,
              audience_membership_id, conversation_graph_id, ticketing_name, ticket_id, messages, user_turns, duration,
              created_at, updated_at, activity_at, last_message_at, started_at, completed_at, scheduled_at, expires_at,
              inaction_ttl, changed_seq)
            select ?, c.* from unnest(?::int8[], ?::uuid[], ?::uuid[], ?::int2[], ?::uuid[], ?::int2[], ?::int2[],
              ?::int2[], ?::int2[], ?::bool[], ?::bool[], ?::int4[], ?::bool[], ?::text[], ?::uuid[], ?::uuid[], ?::text[],
              ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::text[], ?::text[], ?::text[], ?::int4[], ?::int4[], ?::int4[],
              ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
              ?::timestamptz[], ?::timestamptz[], ?::int4[], ?::int8[]) c
            """;

    private final List<@Nullable Object> cells = new ArrayList<>();

    static Columns of(List<Slot> slots) {
        Columns rows = new Columns();
        for (Slot slot : slots) {
            ConversationRow row = new ConversationRow();
            row.add(slot.after().conversation());
            row.cells.add(slot.seq());
            rows.add(row.cells.toArray());
        }
        return rows;
    }

    private void add(Conversation c) {
        add(
                c.number(),
                c.id(),
                c.workspace().id(),
                c.channel(),
                c.channelAccount().id(),
                c.direction(),
                c.state());
        Conversation.Standing standing = c.standing();
        add(
                standing.sentiment(),
                standing.aiClosure(),
                standing.assistMode(),
                standing.supportRequired(),
                standing.openAttention());
        add(c.handoff() != null, c.words().language());
        add(c.contact() == null ? null : c.contact().id());
        add(c.team() == null ? null : c.team().id());
        add(c.links().assigneeId());
        add(c.agent());
        add(c.links());
        TicketingSystem ticketing = c.ticketingSystem();
        add(ticketing == null ? null : ticketing.name(), ticketing == null ? null : ticketing.externalId());
        add(c.counts().messages(), c.counts().userTurns(), c.counts().duration());
        add(c.times());
    }

    private void add(Agent agent) {
        add(agent.id(), agent.versionId(), agent.number(), folded(agent.number()));
    }

    private void add(Conversation.Links links) {
        add(links.userId(), folded(links.userId()), links.webWidgetId());
        add(links.audienceMembershipId(), links.conversationGraphId());
    }

    private void add(Conversation.Times times) {
        add(times.created(), times.updated(), times.activity(), times.lastMessage(), times.started());
        add(times.completed(), times.scheduled(), times.expires(), times.inactionTtl());
    }

    private void add(@Nullable Object... values) {
        for (Object value : values) {
            cells.add(value);
        }
    }

    private static @Nullable String folded(@Nullable String text) {
        return text == null ? null : TextField.folded(text);
    }
}
