package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Named;
import dev.parlance.dialect.Members;
import dev.parlance.dialect.Moments;
import dev.parlance.tenant.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes contacts and accounts. What Parlance does not know of them is null.
final class PartyJson {
    private static final List<String> UNKNOWN = List.of(
            "externalRef",
            "emailDomain",
            "vatNumber",
            "vatValid",
            "country",
            "phone",
            "website",
            "companyType",
            "createdAt",
            "updatedAt");

    private PartyJson() {}

    static void contact(JsonGenerator json, Access access, Party party) {
        json.writeStartObject();
        members(json, access, party);
        json.writeEndObject();
    }

    /// With the ways to reach it.
    static void whole(JsonGenerator json, Access access, Party party) {
        Contact contact = party.kept().contact();
        json.writeStartObject();
        members(json, access, party);
        json.writeArrayPropertyStart("identities");
        identity(json, "email", contact.email());
        identity(json, "phone", contact.phone());
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Access access, Party party) {
        Members members = new Members(json);
        Contact contact = party.kept().contact();
        Named company = contact.company();
        json.writeStringProperty("id", contact.id().toString());
        json.writeStringProperty("tenantId", access.tenant().publicId().toString());
        members.nullable("externalRef", contact.externalId());
        json.writeStringProperty("resolutionStatus", resolution(party));
        names(members, contact.name());
        members.nullable("email", contact.email());
        members.nullable("phone", contact.phone());
        members.nullable("companyName", company == null ? null : company.name());
        members.nullable("accountId", company == null ? null : company.id());
        members.nullable("accountName", company == null ? null : company.name());
        json.writeStringProperty("createdAt", Moments.millis(party.kept().created()));
        json.writeStringProperty("updatedAt", Moments.millis(party.kept().updated()));
    }

    /// A company that no person chose came with a record from elsewhere.
    private static String resolution(Party party) {
        if (party.kept().contact().company() == null) {
            return "unresolved";
        }
        return party.linked() ? "manually_resolved" : "crm_resolved";
    }

    /// The last word is the last name, if there are two or more.
    private static void names(Members members, @Nullable String name) {
        String whole = name == null ? "" : name.strip();
        int last = whole.lastIndexOf(' ');
        members.nullable("name", name);
        members.nullable("firstName", last < 0 ? name : whole.substring(0, last).strip());
        members.nullable("lastName", last < 0 ? null : whole.substring(last + 1));
    }

    private static void identity(JsonGenerator json, String channel, @Nullable String value) {
        if (value != null) {
            json.writeStartObject();
            json.writeStringProperty("channel", channel);
            json.writeStringProperty("value", value);
            json.writeEndObject();
        }
    }

    static void account(JsonGenerator json, Access access, Named company) {
        json.writeStartObject();
        json.writeStringProperty("id", company.id().toString());
        json.writeStringProperty("tenantId", access.tenant().publicId().toString());
        json.writeStringProperty("name", company.name());
        json.writeStringProperty("resolutionStatus", "unresolved");
        UNKNOWN.forEach(json::writeNullProperty);
        json.writeEndObject();
    }
}
