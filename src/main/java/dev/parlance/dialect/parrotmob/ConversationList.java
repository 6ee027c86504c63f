package dev.parlance.dialect.parrotmob;

import dev.parlance.http.Handler;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.query.Answer;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Archive;
import dev.parlance.tenant.Permission;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JsonGenerator;

/// `GET /api/v2/accounts/{account_id}/conversations`.
final class ConversationList implements Handler {
    private final Archive archive;

    ConversationList(Archive archive) {
        this.archive = archive;
    }

    @Override
    public Reply handle(Request request) {
        Access access = Accounts.access(request);
        access.require(Permission.CONVERSATIONS_READ);
        Listing listing = ListingReader.read(request);
        return listing.isLong() ? Reply.streamed(json -> stream(json, access, listing)) : page(access, listing);
    }

    private Reply page(Access access, Listing listing) {
        Answer answer = archive.ask(access, listing.query().counted());
        UUID account = access.tenant().publicId();
        return Reply.ok(answer.rows(), json -> {
            start(json);
            answer.rows().forEach(row -> Resource.write(json, account, row.conversation()));
            end(json, listing, answer.total().orElseThrow());
        });
    }

    private long stream(JsonGenerator json, Access access, Listing listing) {
        LongAdder rows = new LongAdder();
        UUID account = access.tenant().publicId();
        start(json);
        archive.stream(access, listing.query(), row -> {
            Resource.write(json, account, row.conversation());
            rows.increment();
        });
        end(json, listing, total(access, listing, rows.sum()));
        return rows.sum();
    }

    /// The rows seen tell the total unless there are more, or none at all after an offset. Only then is there a second
    /// question, about a later moment, whose answer is kept within what the rows prove.
    private long total(Access access, Listing listing, long rows) {
        boolean toTheEnd = listing.limit() == 0 || rows < listing.limit();
        if (toTheEnd && (rows > 0 || listing.offset() == 0)) {
            return listing.offset() + rows;
        }
        long counted = archive.ask(access, listing.count()).total().orElseThrow();
        return toTheEnd ? Math.min(counted, listing.offset()) : Math.max(counted, listing.offset() + rows);
    }

    private static void start(JsonGenerator json) {
        json.writeStartObject();
        json.writeArrayPropertyStart("data");
    }

    private static void end(JsonGenerator json, Listing listing, long total) {
        json.writeEndArray();
        json.writeObjectPropertyStart("meta");
        json.writeNumberProperty("total", total);
        json.writeNumberProperty("limit", listing.limit());
        json.writeNumberProperty("offset", listing.offset());
        json.writeEndObject();
        json.writeEndObject();
    }
}
