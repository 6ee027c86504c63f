package dev.parlance.dialect.parlance;

import dev.parlance.conversation.CatalogTag;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.dialect.StorableText;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.intake.record.Members;
import dev.parlance.problem.Mistake;
import dev.parlance.problem.Problem;
import dev.parlance.query.Tags;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Directory;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/// The catalog of tags.
final class TagCalls {
    private static final int LONGEST = 512;

    private final Directory directory;
    private final Desk desk;

    private TagCalls(Doors doors) {
        this.directory = doors.directory();
        this.desk = doors.desk();
    }

    static List<Route> routes(Doors doors) {
        TagCalls calls = new TagCalls(doors);
        return List.of(Route.get("/v1/tags", calls::list), Route.put("/v1/tags/{tag}", calls::put));
    }

    private Reply list(Request request) {
        Parameters parameters = Accepted.parameters(request);
        parameters.check();
        return Listed.whole(directory.listTags(request.access()), TagCalls::write);
    }

    /// The tag as the body describes it, whatever it was before.
    private Reply put(Request request) {
        request.access().require(Permission.CONVERSATIONS_WRITE);
        Members members = Members.of(request.json());
        String description = members.text("description");
        boolean excluded = Boolean.TRUE.equals(members.flag("exclude_from_auto_tagging"));
        UUID category = Ids.member(members, "category_id");
        members.check();
        CatalogTag tag = new CatalogTag(name(request), description, excluded, category);
        desk.keepTag(request.access(), tag, Receipts.stamp(request, "put tag"));
        return new Reply.Empty(204, Map.of());
    }

    private static String name(Request request) {
        String name = request.pathValue("tag");
        if (name.isBlank() || name.length() > LONGEST || !StorableText.is(name)) {
            String message = "tag must be text of at most " + LONGEST + " characters";
            throw Problem.invalid(new Mistake(Mistake.Place.PATH, "tag", "text", message));
        }
        return name;
    }

    private static void write(JsonGenerator json, Tags.Kept kept) {
        var members = new dev.parlance.dialect.Members(json);
        CatalogTag tag = kept.tag();
        json.writeStartObject();
        json.writeStringProperty("name", tag.name());
        members.nullable("description", tag.description());
        json.writeBooleanProperty("exclude_from_auto_tagging", tag.excludedFromAutoTagging());
        members.nullable("category_id", tag.category());
        json.writeStringProperty("created_at", Moments.micros(kept.created()));
        json.writeStringProperty("updated_at", Moments.micros(kept.updated()));
        json.writeEndObject();
    }
}
