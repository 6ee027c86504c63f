package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.ChannelAccount;
import dev.parlance.conversation.Named;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.UUID;

/// Workspaces and channels: `/api/workspaces`, `/api/channels`.
final class PlaceCalls {
    private static final String CHANNEL = "/api/channels/{channelId}";

    private final Doors doors;

    PlaceCalls(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/workspaces", this::workspaces),
                Route.get(CHANNEL, this::channel),
                Route.patch(CHANNEL, this::change));
    }

    private Reply workspaces(Request request) {
        Access access = request.access();
        List<Named> workspaces = doors.premises().workspaces(access);
        return Reply.ok(workspaces, json -> {
            json.writeStartArray();
            workspaces.forEach(each -> PlaceJson.workspace(json, access, each));
            json.writeEndArray();
        });
    }

    private Reply channel(Request request) {
        ChannelAccount channel = doors.premises().getChannel(request.access(), id(request));
        return Reply.ok(List.of(channel), json -> PlaceJson.channel(json, channel));
    }

    private Reply change(Request request) {
        Access access = request.access();
        access.require(Permission.CHANNELS_WRITE);
        Given body = Given.of(request);
        String name = body.findFilledText("displayName").orElse(null);
        Boolean enabled =
                body.find("enabled").flatMap(each -> each.findBoolean()).orElse(null);
        body.find("config")
                .filter(each -> !each.isNothing())
                .ifPresent(each -> each.mistake("kept", "null: it is not kept"));
        body.check();
        ChannelAccount before = doors.premises().getChannel(access, id(request));
        if (name != null || enabled != null) {
            doors.desk().keepChannel(access, before.id(), name, enabled, Receipts.stamp(request, "change"));
        }
        ChannelAccount after = doors.premises().getChannel(access, before.id());
        return Reply.ok(List.of(after), json -> PlaceJson.channel(json, after));
    }

    private static UUID id(Request request) {
        return Ids.of(request.pathValue("channelId"), "Channel");
    }
}
