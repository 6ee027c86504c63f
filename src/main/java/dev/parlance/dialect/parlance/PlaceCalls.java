package dev.parlance.dialect.parlance;

import dev.parlance.conversation.ChannelAccount;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.Team;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.query.Places;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Premises;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/// What conversations belong to: workspaces, accounts of channels, teams, companies.
final class PlaceCalls {
    private static final String CHANNEL = "/v1/channels/{channel_account_id}";
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1000;

    private final Premises premises;
    private final Desk desk;

    private PlaceCalls(Doors doors) {
        this.premises = doors.premises();
        this.desk = doors.desk();
    }

    static List<Route> routes(Doors doors) {
        PlaceCalls calls = new PlaceCalls(doors);
        return List.of(
                Route.get("/v1/workspaces", calls::workspaces),
                Route.get("/v1/channels", calls::channels),
                Route.get(CHANNEL, calls::channel),
                Route.patch(CHANNEL, calls::describeChannel),
                Route.get("/v1/teams", calls::teams),
                Route.get("/v1/companies", calls::companies));
    }

    private Reply workspaces(Request request) {
        Accepted.parameters(request).check();
        return Listed.whole(premises.workspaces(request.access()), PlaceCalls::named);
    }

    private Reply channels(Request request) {
        Parameters parameters = Accepted.parameters(request, "workspace");
        UUID workspace = parameters.findText("workspace").map(Ids::workspace).orElse(null);
        parameters.check();
        return Listed.whole(premises.channels(request.access(), workspace), PlaceCalls::channel);
    }

    private Reply channel(Request request) {
        ChannelAccount channel = premises.getChannel(request.access(), channelId(request));
        return Reply.ok(List.of(channel), json -> channel(json, channel));
    }

    private Reply describeChannel(Request request) {
        request.access().require(Permission.CHANNELS_WRITE);
        UUID id = channelId(request);
        var members = dev.parlance.intake.record.Members.of(request.json());
        String displayName = members.name("display_name");
        Boolean enabled = members.flag("enabled");
        members.check();
        premises.getChannel(request.access(), id);
        desk.keepChannel(request.access(), id, displayName, enabled, Receipts.stamp(request, "describe channel"));
        ChannelAccount channel = premises.getChannel(request.access(), id);
        return Reply.ok(List.of(channel), json -> channel(json, channel));
    }

    private Reply teams(Request request) {
        Accepted.parameters(request).check();
        return Listed.whole(premises.teams(request.access()), PlaceCalls::team);
    }

    private Reply companies(Request request) {
        Parameters parameters = Accepted.parameters(request, "q", "cursor", "limit");
        String text = parameters.findText("q").orElse("");
        int limit = (int) parameters.integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        Named after = Bookmark.find(
                        parameters, request, 2, parts -> new Named(UUID.fromString(parts.get(0)), parts.get(1)))
                .orElse(null);
        parameters.check();
        List<Named> found = premises.companies(request.access(), new Places.Companies(null, text, after, limit + 1));
        List<Named> page = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? Bookmark.text(request, page.getLast().id(), page.getLast().name())
                : null;
        return Listed.reply(page, next, PlaceCalls::named);
    }

    private static UUID channelId(Request request) {
        return Ids.of(request, "channel_account_id", "Channel");
    }

    private static void named(JsonGenerator json, Named named) {
        json.writeStartObject();
        json.writeStringProperty("id", named.id().toString());
        json.writeStringProperty("name", named.name());
        json.writeEndObject();
    }

    private static void team(JsonGenerator json, Team team) {
        json.writeStartObject();
        json.writeStringProperty("id", team.id().toString());
        json.writeStringProperty("name", team.name());
        new Members(json).nullable("description", team.description());
        json.writeEndObject();
    }

    private static void channel(JsonGenerator json, ChannelAccount channel) {
        json.writeStartObject();
        json.writeStringProperty("id", channel.id().toString());
        json.writeStringProperty("workspace", channel.workspace().name());
        json.writeStringProperty("workspace_id", channel.workspace().id().toString());
        json.writeStringProperty("channel", channel.channel().word());
        json.writeStringProperty("channel_id", channel.name());
        new Members(json).nullable("display_name", channel.displayName());
        json.writeBooleanProperty("enabled", channel.enabled());
        json.writeStringProperty("created_at", Moments.micros(channel.created()));
        json.writeEndObject();
    }
}
