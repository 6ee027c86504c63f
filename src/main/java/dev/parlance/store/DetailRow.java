package dev.parlance.store;

import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Handoff;
import dev.parlance.conversation.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands beside the narrow row: the statement and its columns side by side.
final class DetailRow {
    static final String INSERT = """
            insert into conversation_detail (tenant_id, number, source, source_id, subject, summary, outcome,
              initial_context, agent_name, tags, custom_data, handoff_summary, handoff_sentiment, handoff_at,
              ticket_id_type, recording_file, recording_url, recording_duration, recording_format,
              summary_by)
            select ?, d.number, d.source, d.source_id, d.subject, d.summary, d.outcome,
              d.initial_context, d.agent_name, d.tags::text[], d.custom_data, d.handoff_summary, d.handoff_sentiment,
              d.handoff_at, d.ticket_id_type, d.recording_file, d.recording_url, d.recording_duration, d.recording_format,
              d.summary_by
            from unnest(?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::text[], ?::text[], ?::int2[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::int4[], ?::text[],
              ?::int2[])
              as d (number, source, source_id, subject, summary, outcome, initial_context, agent_name, tags, custom_data,
              handoff_summary, handoff_sentiment, handoff_at, ticket_id_type, recording_file, recording_url,
              recording_duration, recording_format, summary_by)
            """;

    private DetailRow() {}

    static Columns of(List<Slot> slots) {
        Columns rows = new Columns();
        for (Slot slot : slots) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(slot.number());
            row.addAll(content(slot.after().conversation()));
            rows.add(row.toArray());
        }
        return rows;
    }

    static List<@Nullable Object> content(Conversation c) {
        Handoff handoff = c.handoff();
        Recording recording = c.recording();
        return Arrays.asList(
                c.origin().source(),
                c.origin().sourceId(),
                c.words().subject(),
                c.words().summary(),
                c.words().outcome(),
                c.words().initialContext(),
                c.agent().name(),
                Columns.literal(c.tags()),
                c.customData(),
                handoff == null ? null : handoff.summary(),
                handoff == null ? null : handoff.sentiment(),
                handoff == null ? null : handoff.at(),
                c.ticketingSystem() == null ? null : c.ticketingSystem().idType(),
                recording == null ? null : recording.file(),
                recording == null ? null : recording.url(),
                recording == null ? null : recording.duration(),
                recording == null ? null : recording.format(),
                c.words().summaryBy());
    }
}
