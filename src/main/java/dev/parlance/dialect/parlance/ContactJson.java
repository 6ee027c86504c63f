package dev.parlance.dialect.parlance;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Named;
import dev.parlance.dialect.Members;
import tools.jackson.core.JsonGenerator;

/// Writes a contact under the import record's names, `company` by name and beside it its id.
final class ContactJson {
    private ContactJson() {}

    static void write(JsonGenerator json, boolean sensitive, Contact contact) {
        json.writeStartObject();
        writeMembers(json, sensitive, contact);
        json.writeEndObject();
    }

    /// Without the object around them, for further members to follow.
    static void writeMembers(JsonGenerator json, boolean sensitive, Contact contact) {
        Members members = new Members(json);
        Named company = contact.company();
        json.writeStringProperty("id", contact.id().toString());
        members.nullable("external_id", contact.externalId());
        members.nullable("name", contact.name());
        members.nullable("email", contact.email());
        members.nullable("phone", contact.phone());
        members.nullable("company", company == null ? null : company.name());
        members.nullable("company_id", company == null ? null : company.id());
        members.nullable("non_verified_name", contact.nonVerified().name());
        members.nullable("non_verified_email", contact.nonVerified().email());
        if (sensitive) {
            members.nullable("custom_data", contact.customData());
            members.nullable("non_verified_custom_data", contact.nonVerified().customData());
        }
    }
}
