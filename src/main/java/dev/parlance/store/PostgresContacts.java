package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import dev.parlance.query.Analyzer;
import dev.parlance.query.Contacts;
import dev.parlance.query.TextField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Contacts in PostgreSQL.
final class PostgresContacts implements Contacts {
    private static final String INSIDE = """
            and (exists (select from conversation c
                where c.tenant_id = k.tenant_id and c.contact_id = k.id and c.workspace_id = ?)
              or exists (select from contact_workspace w
                where w.tenant_id = k.tenant_id and w.contact_id = k.id and w.workspace_id = ?))
            """;

    private final Database database;

    PostgresContacts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Kept> find(TenantId tenant, @Nullable UUID workspace, UUID contact) {
        Sql one = ContactRows.selectKept(Sql.of("where k.tenant_id = ? and k.id = ?", tenant.value(), contact)
                .and(inside(workspace)));
        return database.ask(tenant, one, PostgresContacts::kept).stream().findFirst();
    }

    @Override
    public List<Kept> list(TenantId tenant, Listing listing) {
        Sql page = Sql.of("where k.tenant_id = ? and", tenant.value())
                .and(Where.during("k.created_at", listing.created()))
                .and("and")
                .and(Where.during("k.updated_at", listing.updated()))
                .and(inside(listing.workspace()))
                .and(known(listing.words()))
                .and(listing.only() == null ? Sql.of("") : Sql.of("and k.id = ?", listing.only()))
                .and(after(listing.after()))
                .and("order by k.created_at desc, k.id desc limit ?", listing.limit());
        return database.ask(tenant, ContactRows.selectKept(page), PostgresContacts::kept);
    }

    @Override
    public List<Kept> search(TenantId tenant, Search search) {
        Sql page = Sql.of("where k.tenant_id = ?", tenant.value())
                .and(inside(search.workspace()))
                .and(having(search.text().strip()))
                .and(after(search.after()))
                .and("order by k.created_at desc, k.id desc limit ?", search.limit());
        return database.ask(tenant, ContactRows.selectKept(page), PostgresContacts::kept);
    }

    private static Sql having(String text) {
        List<String> words = Analyzer.words(text);
        Sql having = Sql.of(words.isEmpty() && !text.isEmpty() ? "and false" : "");
        for (String word : words) {
            having = having.and(
                    "and exists (select from unnest(k.words) as w (word) where strpos(w.word, ?) > 0)", word);
        }
        return having;
    }

    @Override
    public Optional<UUID> findByKeys(TenantId tenant, @Nullable String email, @Nullable String phone) {
        Optional<UUID> found = email == null
                ? Optional.empty()
                : first(tenant, Sql.of("and email_folded = ?", TextField.folded(email)));
        return found.isPresent() || phone == null ? found : first(tenant, Sql.of("and phone = ?", phone));
    }

    @Override
    public Optional<String> findMembership(TenantId tenant, String phone) {
        Sql last = Sql.of("""
                select c.audience_membership_id from contact k
                join conversation c on c.tenant_id = k.tenant_id and c.contact_id = k.id
                where k.tenant_id = ? and k.phone = ? and c.audience_membership_id is not null
                order by c.activity_at desc, c.number desc limit 1
                """, tenant.value(), phone);
        return database.ask(
                tenant, last, rows -> rows.next() ? Optional.of(new Cells(rows).text()) : Optional.<String>empty());
    }

    @Override
    public Optional<UUID> findMember(TenantId tenant, String membership) {
        Sql last = Sql.of("""
                select contact_id from conversation
                where tenant_id = ? and audience_membership_id = ? and contact_id is not null
                order by activity_at desc, number desc limit 1
                """, tenant.value(), membership);
        return database.ask(
                tenant, last, rows -> rows.next() ? Optional.of(new Cells(rows).id()) : Optional.<UUID>empty());
    }

    private Optional<UUID> first(TenantId tenant, Sql key) {
        Sql one = Sql.of("select (array_agg(id order by id))[1] from contact where tenant_id = ?", tenant.value())
                .and(key);
        return database.ask(
                tenant,
                one,
                rows -> rows.next() ? Optional.ofNullable(new Cells(rows).findId()) : Optional.<UUID>empty());
    }

    @Override
    public Instant asOf(TenantId tenant) {
        return database.askOnce(Counters.lastMoment(tenant), Counters::moment);
    }

    private static Sql inside(@Nullable UUID workspace) {
        return workspace == null ? Sql.of("") : Sql.of(INSIDE, workspace, workspace);
    }

    private static Sql after(@Nullable Last last) {
        return last == null ? Sql.of("") : Sql.of("and (k.created_at, k.id) < (?, ?)", last.created(), last.id());
    }

    /// No words find nobody, as they do among conversations.
    private static Sql known(@Nullable List<String> words) {
        if (words == null) {
            return Sql.of("");
        }
        Sql known = words.isEmpty() ? Sql.of("and false") : Sql.of("");
        for (String word : words) {
            known = known.and("and k.id in (select contacts_with_word(?))", word);
        }
        return known;
    }

    private static List<Kept> kept(ResultSet rows) throws SQLException {
        List<Kept> kept = new ArrayList<>();
        while (rows.next()) {
            Cells cells = new Cells(rows);
            kept.add(new Kept(ContactRows.contact(cells), cells.instant(), cells.instant()));
        }
        return kept;
    }
}
