package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.Agent;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Recording;
import dev.parlance.dialect.Moments;
import dev.parlance.problem.Problem;
import dev.parlance.query.Row;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.FileLinks;
import dev.parlance.tenant.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/// The members of a conversation, in the order in which they are written.
enum Column {
    ID(false, (json, shown) -> json.writeString(shown.its().id().toString())),
    ORGANIZATION_ID(
            false, (json, shown) -> json.writeString(shown.organization().toString())),
    DIRECTION(false, (json, shown) -> json.writeString(shown.its().direction().word())),
    CHANNEL(
            false,
            (json, shown) -> json.writeString(Medium.of(shown.its().channel()).word())),
    STATUS(
            false,
            (json, shown) -> json.writeString(Status.of(shown.its().state()).word())),
    USER_ID(false, (json, shown) -> json.writeString(shown.its().links().userId())),
    AGENT_ID(false, (json, shown) -> json.writeString(text(shown.its().agent().id()))),
    AGENT_VERSION_ID(
            false, (json, shown) -> json.writeString(shown.its().agent().versionId())),
    AGENT_NUMBER(false, (json, shown) -> json.writeString(shown.its().agent().number())),
    WEB_WIDGET_ID(false, (json, shown) -> json.writeString(shown.its().links().webWidgetId())),
    DURATION(false, (json, shown) -> number(json, shown.its().counts().duration())),
    USER_TURN_COUNT(
            false, (json, shown) -> json.writeNumber(shown.its().counts().userTurns())),
    CREATED_AT(
            false,
            (json, shown) -> json.writeString(Moments.micros(shown.its().times().created()))),
    UPDATED_AT(
            false,
            (json, shown) -> json.writeString(Moments.micros(shown.its().times().updated()))),
    AGENT(true, (json, shown) -> agent(json, shown.its().agent())),
    SUMMARY(true, (json, shown) -> json.writeString(shown.its().words().summary())),
    INITIAL_CONTEXT(true, (json, shown) -> json.writeString(shown.its().words().initialContext())),
    CUSTOM_METADATA(true, (json, shown) -> raw(json, shown.its().customData())),
    CONVERSATION(true, (json, shown) -> Transcript.write(json, shown.row().messages())),
    RECORDING_DETAILS(true, (json, shown) -> recording(json, shown));

    private static final Map<String, Column> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Column::word, Function.identity()));

    private final boolean sensitive;
    private final Writer writer;
    private final SerializedString member = new SerializedString(word());

    Column(boolean sensitive, Writer writer) {
        this.sensitive = sensitive;
        this.writer = writer;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The columns to show: those named, or all that the token may see.
    static Set<Column> chosen(QueryParameters parameters, Access access) {
        Set<Column> named = EnumSet.noneOf(Column.class);
        for (String name : parameters.findText("columns").orElse("").split(",", -1)) {
            Column column = BY_WORD.get(name.strip());
            if (column != null) {
                named.add(column);
            } else if (!name.isBlank()) {
                parameters.wrong(
                        "columns", Problems.UNKNOWN_COLUMN, "columns: there is no member named " + name.strip());
            }
        }
        named.forEach(column -> check(column, access));
        return named.isEmpty() ? visible(access) : named;
    }

    void write(JsonGenerator json, Shown shown) {
        json.writeName(member);
        writer.write(json, shown);
    }

    private static void check(Column column, Access access) {
        if (column.sensitive && !access.seesSensitive()) {
            throw new Problem.Forbidden("columns: " + column.word() + " needs the scope "
                            + Permission.CONVERSATIONS_READ_SENSITIVE.scope())
                    .refusal();
        }
    }

    /// A whole conversation, with these columns.
    static void writeAll(JsonGenerator json, Shown shown, Set<Column> columns) {
        json.writeStartObject();
        columns.forEach(column -> column.write(json, shown));
        json.writeEndObject();
    }

    /// All that the token may see.
    static Set<Column> visible(Access access) {
        return Arrays.stream(values())
                .filter(column -> !column.sensitive || access.seesSensitive())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static void number(JsonGenerator json, @Nullable Integer number) {
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number.intValue());
        }
    }

    private static void raw(JsonGenerator json, @Nullable JsonText value) {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeRawValue(value.text());
        }
    }

    private static void agent(JsonGenerator json, Agent agent) {
        if (agent.id() == null && agent.name() == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeName("id");
        json.writeString(text(agent.id()));
        json.writeName("name");
        json.writeString(agent.name());
        json.writeEndObject();
    }

    /// A file without bytes has no address, so there is nothing to show for it.
    private static void recording(JsonGenerator json, Shown shown) {
        Recording recording = shown.its().recording();
        FileLinks.Link held = shown.recording();
        if (recording == null || (recording.url() == null && held == null)) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("recording_url", held == null ? recording.url() : held.url());
        json.writeName("expires_at");
        json.writeString(held == null ? null : Moments.micros(held.expires()));
        json.writeName("duration");
        number(json, recording.duration());
        json.writeName("format");
        json.writeString(recording.format());
        json.writeEndObject();
    }

    /// A row, whose it is, and where what we hold of it can be fetched.
    record Shown(UUID organization, Row row, FileLinks.Links files) {
        Conversation its() {
            return row.conversation();
        }

        FileLinks.@Nullable Link recording() {
            Recording recording = its().recording();
            return recording == null || recording.file() == null ? null : files.find(its().number(), recording.file());
        }
    }

    @FunctionalInterface
    private interface Writer {
        void write(JsonGenerator json, Shown shown);
    }
}
