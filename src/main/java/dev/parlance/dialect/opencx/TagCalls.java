package dev.parlance.dialect.opencx;

import dev.parlance.conversation.CatalogTag;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Moments;
import dev.parlance.dialect.Receipts;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.query.Tags;
import dev.parlance.tenant.Desk;
import dev.parlance.tenant.Directory;
import dev.parlance.tenant.Doors;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/// The catalog of tags.
final class TagCalls {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 160;

    private final Directory directory;
    private final Desk desk;

    TagCalls(Doors doors) {
        this.directory = doors.directory();
        this.desk = doors.desk();
    }

    Reply list(Request request) {
        List<Tags.Kept> tags = directory.listTags(request.access());
        return Reply.ok(tags, json -> {
            json.writeStartArray();
            tags.forEach(tag -> write(json, tag));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Tags.Kept kept) {
        Members members = new Members(json);
        json.writeStartObject();
        json.writeStringProperty("tag_name", kept.tag().name());
        members.nullable("description", kept.tag().description());
        json.writeBooleanProperty("exclude_from_auto_tagging", kept.tag().excludedFromAutoTagging());
        members.nullable("category_id", kept.tag().category());
        json.writeStringProperty("created_at", Moments.millis(kept.created()));
        json.writeStringProperty("updated_at", Moments.millis(kept.updated()));
        json.writeEndObject();
    }

    /// A null clears description or category, an absent one keeps it.
    Reply put(Request request) {
        Mistakes mistakes = new Mistakes();
        Wild body = Wild.body(request.json(), mistakes);
        Optional<String> name = body.member("tag_name").findText(LONGEST_NAME);
        Optional<String> description = body.find("description", TagCalls::findDescription);
        boolean excluded =
                body.find("exclude_from_auto_tagging", Wild::findBoolean).orElse(false);
        Optional<UUID> category = body.find("category_id", Wild::findUuid);
        mistakes.check();
        CatalogTag tag = new CatalogTag(name.orElseThrow(), description.orElse(null), excluded, category.orElse(null));
        desk.keepTag(request.access(), tag, untouched(body), Receipts.stamp(request, "put tag"));
        return Reply.done();
    }

    private static Set<CatalogTag.Part> untouched(Wild body) {
        Set<CatalogTag.Part> untouched = EnumSet.noneOf(CatalogTag.Part.class);
        if (body.member("description").node().isMissingNode()) {
            untouched.add(CatalogTag.Part.DESCRIPTION);
        }
        if (body.member("category_id").node().isMissingNode()) {
            untouched.add(CatalogTag.Part.CATEGORY);
        }
        return untouched;
    }

    private static Optional<String> findDescription(Wild value) {
        boolean fits = value.node().isString()
                && value.node()
                                .stringValue()
                                .codePointCount(0, value.node().stringValue().length())
                        <= LONGEST_DESCRIPTION;
        return fits
                ? Optional.of(value.node().stringValue())
                : value.mistake("text", "text of at most " + LONGEST_DESCRIPTION + " characters");
    }
}
