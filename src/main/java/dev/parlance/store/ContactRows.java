package dev.parlance.store;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Named;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.Analyzer;
import dev.parlance.query.Field;
import dev.parlance.query.TextField;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Contacts and their companies in the database.
final class ContactRows {
    private static final String COLUMNS = """
            select k.id, k.external_id, k.name, k.email, k.phone, k.custom_data, o.id, o.name,
              k.non_verified_name, k.non_verified_email, k.non_verified_custom_data
            """;

    private static final String SELECT = COLUMNS + " from (";

    private static final String OF_THEM = """
            ) as f (id), lateral (select * from contact where tenant_id = ? and id = f.id limit 1) k
            left join company o on o.tenant_id = k.tenant_id and o.id = k.company_id
            """;

    private ContactRows() {}

    /// Every contact that one of the claims may mean.
    static List<Contact> find(Connection connection, TenantId tenant, List<ContactClaim> claims) throws SQLException {
        Set<ContactKeys.Key> keys =
                claims.stream().flatMap(claim -> claim.weakKeys().stream()).collect(Collectors.toSet());
        return Sql.of(SELECT)
                .and("select unnest(?::uuid[])", values("uuid", claims.stream().flatMap(ContactClaim::possibleIds)))
                .and("""
                        union
                        select f.id from unnest(?::text[]) as x (id),
                        lateral (select id from contact where tenant_id = ? and external_id = x.id limit 1) f
                        """, values("text", claims.stream().map(ContactClaim::externalId)), tenant.value())
                .and("union")
                .and(byEmail(tenant, texts(keys, true), List.of()))
                .and("union")
                .and(byPhone(tenant, texts(keys, false), List.of()))
                .and(OF_THEM, tenant.value())
                .ask(connection, ContactRows::contacts);
    }

    /// The contacts of a key beside those that are known already.
    static List<Contact> others(Connection connection, TenantId tenant, ContactKeys.Key key, Set<UUID> known)
            throws SQLException {
        List<String> text = List.of(key.text());
        List<UUID> without = List.copyOf(known);
        return Sql.of(SELECT)
                .and(key.email() ? byEmail(tenant, text, without) : byPhone(tenant, text, without))
                .and(OF_THEM, tenant.value())
                .ask(connection, ContactRows::contacts);
    }

    /// For each e-mail the first contact with an external id and the first without. Not `order by id limit 1`: on a
    /// table without statistics that walks the primary key.
    private static Sql byEmail(TenantId tenant, List<String> emails, List<UUID> without) {
        return Sql.of("""
                select f.id from unnest(?::text[]) as e (email),
                lateral (select (array_agg(id order by id))[1] as id from contact
                where tenant_id = ? and email_folded = e.email and id <> all(?) group by external_id is null) f
                """, new Sql.Values("text", emails), tenant.value(), new Sql.Values("uuid", without));
    }

    private static Sql byPhone(TenantId tenant, List<String> phones, List<UUID> without) {
        return Sql.of("""
                select f.id from unnest(?::text[]) as p (phone),
                lateral (select (array_agg(id order by id))[1] as id from contact
                where tenant_id = ? and phone = p.phone and id <> all(?) group by external_id is null) f
                """, new Sql.Values("text", phones), tenant.value(), new Sql.Values("uuid", without));
    }

    private static List<String> texts(Set<ContactKeys.Key> keys, boolean email) {
        return keys.stream()
                .filter(key -> key.email() == email)
                .map(ContactKeys.Key::text)
                .toList();
    }

    /// Contacts `k` with their times, in the order and under the conditions of the rest.
    static Sql selectKept(Sql rest) {
        return Sql.of(COLUMNS + """
                , k.created_at, k.updated_at from contact k
                left join company o on o.tenant_id = k.tenant_id and o.id = k.company_id
                """).and(rest);
    }

    private static Sql.Values values(String type, Stream<? extends @Nullable Object> elements) {
        return new Sql.Values(type, elements.filter(Objects::nonNull).distinct().toList());
    }

    private static List<Contact> contacts(ResultSet rows) throws SQLException {
        List<Contact> contacts = new ArrayList<>();
        while (rows.next()) {
            contacts.add(contact(new Cells(rows)));
        }
        return contacts;
    }

    static Contact contact(Cells cells) throws SQLException {
        return new Contact(
                cells.id(),
                cells.findText(),
                cells.findText(),
                cells.findText(),
                cells.findText(),
                cells.findJson(),
                company(cells),
                new Contact.NonVerified(cells.findText(), cells.findText(), cells.findJson()));
    }

    private static @Nullable Named company(Cells cells) throws SQLException {
        UUID id = cells.findId();
        String name = cells.findText();
        return id == null || name == null ? null : new Named(id, name);
    }

    /// Stores new contacts and changes known ones. `known` loses its external ids first: two may have exchanged theirs.
    static void write(Connection connection, TenantId tenant, List<Contact> contacts, List<UUID> known, Instant now)
            throws SQLException {
        companies(contacts).change(connection, tenant, """
                insert into company (tenant_id, id, name, folded)
                select ?, c.* from unnest(?::uuid[], ?::text[], ?::text[]) c
                on conflict do nothing
                """);
        if (!known.isEmpty()) {
            Sql.of("""
                            update contact set external_id = null
                            where tenant_id = ? and id = any(?) and external_id is not null
                            """, tenant.value(), new Sql.Values("uuid", known)).change(connection);
        }
        rows(contacts, now).change(connection, tenant, UPSERT);
    }

    static void remove(Connection connection, TenantId tenant, List<UUID> ids) throws SQLException {
        if (!ids.isEmpty()) {
            Sql.Values gone = new Sql.Values("uuid", ids);
            Sql.of("delete from contact where tenant_id = ? and id = any(?)", tenant.value(), gone)
                    .change(connection);
            Sql.of("delete from contact_workspace where tenant_id = ? and contact_id = any(?)", tenant.value(), gone)
                    .change(connection);
        }
    }

    private static Columns companies(List<Contact> contacts) {
        Columns companies = new Columns();
        contacts.stream()
                .map(Contact::company)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(company -> companies.add(company.id(), company.name(), Analyzer.folded(company.name())));
        return companies;
    }

    private static final String UPSERT = """
            insert into contact (tenant_id, id, external_id, name, email, email_folded, email_domain, phone, custom_data,
              company_id, non_verified_name, non_verified_email, non_verified_custom_data, words, created_at,
              updated_at)
            select ?, k.id, k.external_id, k.name, k.email, k.email_folded, k.email_domain, k.phone, k.custom_data,
              k.company_id, k.non_verified_name, k.non_verified_email, k.non_verified_custom_data, k.words::text[],
              k.at, k.at
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[],
              ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
              as k (id, external_id, name, email, email_folded, email_domain, phone, custom_data, company_id,
              non_verified_name, non_verified_email, non_verified_custom_data, words, at)
            on conflict (tenant_id, id) do update set external_id = excluded.external_id, name = excluded.name,
              email = excluded.email, email_folded = excluded.email_folded, email_domain = excluded.email_domain,
              phone = excluded.phone, custom_data = excluded.custom_data, company_id = excluded.company_id,
              non_verified_name = excluded.non_verified_name, non_verified_email = excluded.non_verified_email,
              non_verified_custom_data = excluded.non_verified_custom_data, words = excluded.words,
              linked = contact.linked and contact.company_id is not distinct from excluded.company_id,
              updated_at = excluded.updated_at
            """;

    private static Columns rows(List<Contact> contacts, Instant now) {
        Columns rows = new Columns();
        for (Contact contact : contacts) {
            String email = contact.email();
            rows.add(
                    contact.id(),
                    contact.externalId(),
                    contact.name(),
                    email,
                    email == null ? null : TextField.folded(email),
                    Field.domain(email),
                    contact.phone(),
                    contact.customData(),
                    contact.company() == null ? null : contact.company().id(),
                    contact.nonVerified().name(),
                    contact.nonVerified().email(),
                    contact.nonVerified().customData(),
                    Columns.literal(Analyzer.contactWords(contact)),
                    now);
        }
        return rows;
    }
}
