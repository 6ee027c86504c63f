package dev.parlance.store;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.Recording;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.State;
import dev.parlance.conversation.SummaryBy;
import dev.parlance.conversation.Team;
import dev.parlance.conversation.TenantId;
import dev.parlance.conversation.TicketingSystem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows of the conversation's tables to [Conversation]: the select list and its reader stand side by side.
final class ConversationRows {
    /// Read by [#conversation] in this order.
    private static final String COLUMNS = """
            c.id, c.number, c.workspace_id, w.name, c.channel, c.channel_account_id, a.name, c.direction, c.state,
            d.subject, d.summary, d.outcome, d.initial_context, c.language, d.summary_by,
            c.sentiment, c.ai_closure, c.assist_mode, c.support_required, c.open_attention,
            c.created_at, c.updated_at, c.last_message_at, c.started_at, c.completed_at, c.scheduled_at, c.expires_at,
            c.inaction_ttl, c.messages, c.user_turns, c.duration,
            k.id, k.external_id, k.name, k.email, k.phone, k.custom_data, o.id, o.name,
            k.non_verified_name, k.non_verified_email, k.non_verified_custom_data,
            c.agent_id, d.agent_name, c.agent_version_id, c.agent_number,
            c.user_id, c.web_widget_id, c.assignee_id, c.audience_membership_id, c.conversation_graph_id,
            t.id, t.name, t.description, d.tags, d.custom_data,
            c.handed_off, d.handoff_summary, d.handoff_sentiment, d.handoff_at,
            c.ticketing_name, c.ticket_id, d.ticket_id_type,
            d.recording_file, d.recording_url, d.recording_duration, d.recording_format, d.source, d.source_id
            """;

    /// The column after all of them.
    static final int SEQ = COLUMNS.split(",").length + 1;

    private static final String TABLES = """
            join conversation_detail d on d.tenant_id = c.tenant_id and d.number = c.number
            join workspace w on w.tenant_id = c.tenant_id and w.id = c.workspace_id
            join channel_account a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
            left join contact k on k.tenant_id = c.tenant_id and k.id = c.contact_id
            left join company o on o.tenant_id = k.tenant_id and o.id = k.company_id
            left join team t on t.tenant_id = c.tenant_id and t.id = c.team_id
            """;

    private ConversationRows() {}

    /// The conversations whose numbers `page` selects, in the given order.
    static Sql select(TenantId tenant, Sql page, String order) {
        return Sql.of("with page as materialized (")
                .and(page)
                .and(
                        ") select " + COLUMNS
                                + " from page join conversation c on c.tenant_id = ? and c.number = page.number "
                                + TABLES + " order by " + order,
                        tenant.value());
    }

    /// The conversations of these numbers, in the order of the list; those that are gone are left out. Each row has the
    /// tenant's seq in column [#SEQ]; without any conversation there is one row of it alone.
    static Sql selectWithSeq(TenantId tenant, List<Long> numbers) {
        return Sql.of(
                "select " + COLUMNS
                        + ", n.seq from tenant n left join (unnest(?) with ordinality as page (number, place)"
                        + " join conversation c on c.tenant_id = ? and c.number = page.number "
                        + TABLES + ") on true where n.id = ? order by page.place",
                new Sql.Values("int8", numbers),
                tenant.value(),
                tenant.value());
    }

    static Conversation conversation(ResultSet row) throws SQLException {
        Cells cells = new Cells(row);
        return new Conversation(
                cells.id(),
                cells.number(),
                new Named(cells.id(), cells.text()),
                cells.word(Channel.values()),
                new Named(cells.id(), cells.text()),
                cells.word(Direction.values()),
                cells.word(State.values()),
                words(cells),
                standing(cells),
                times(cells),
                new Conversation.Counts(cells.whole(), cells.whole(), cells.findWhole()),
                contact(cells),
                new Agent(cells.findId(), cells.findText(), cells.findText(), cells.findText()),
                links(cells),
                team(cells),
                List.of(cells.texts()),
                cells.findJson(),
                handoff(cells),
                ticketingSystem(cells),
                recording(cells),
                new Conversation.Origin(cells.findText(), cells.findText()));
    }

    private static Conversation.Words words(Cells cells) throws SQLException {
        return new Conversation.Words(
                cells.findText(),
                cells.findText(),
                cells.findText(),
                cells.findText(),
                cells.findText(),
                cells.findWord(SummaryBy.values()));
    }

    private static Conversation.Standing standing(Cells cells) throws SQLException {
        return new Conversation.Standing(
                cells.findWord(Sentiment.values()),
                cells.findWord(AiClosure.values()),
                cells.flag(),
                cells.flag(),
                cells.whole());
    }

    private static Conversation.Times times(Cells cells) throws SQLException {
        return new Conversation.Times(
                cells.instant(),
                cells.instant(),
                cells.findInstant(),
                cells.findInstant(),
                cells.findInstant(),
                cells.findInstant(),
                cells.findInstant(),
                cells.findWhole());
    }

    private static Conversation.Links links(Cells cells) throws SQLException {
        return new Conversation.Links(
                cells.findText(), cells.findText(), cells.findText(), cells.findText(), cells.findText());
    }

    private static @Nullable Contact contact(Cells cells) throws SQLException {
        UUID id = cells.findId();
        String externalId = cells.findText();
        String name = cells.findText();
        String email = cells.findText();
        String phone = cells.findText();
        var customData = cells.findJson();
        Named company = company(cells.findId(), cells.findText());
        var nonVerified = new Contact.NonVerified(cells.findText(), cells.findText(), cells.findJson());
        return id == null ? null : new Contact(id, externalId, name, email, phone, customData, company, nonVerified);
    }

    private static @Nullable Named company(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new Named(id, name);
    }

    private static @Nullable Team team(Cells cells) throws SQLException {
        UUID id = cells.findId();
        String name = cells.findText();
        String description = cells.findText();
        return id == null || name == null ? null : new Team(id, name, description);
    }

    private static @Nullable Handoff handoff(Cells cells) throws SQLException {
        boolean handedOff = cells.flag();
        String summary = cells.findText();
        Sentiment sentiment = cells.findWord(Sentiment.values());
        Instant at = cells.findInstant();
        return handedOff ? new Handoff(summary == null ? "" : summary, sentiment, at) : null;
    }

    private static @Nullable TicketingSystem ticketingSystem(Cells cells) throws SQLException {
        String name = cells.findText();
        String id = cells.findText();
        String idType = cells.findText();
        return name == null || id == null || idType == null ? null : new TicketingSystem(name, id, idType);
    }

    private static @Nullable Recording recording(Cells cells) throws SQLException {
        String file = cells.findText();
        String url = cells.findText();
        Integer duration = cells.findWhole();
        String format = cells.findText();
        return file == null && url == null ? null : new Recording(file, url, duration, format);
    }
}
