package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.Named;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Parameters;
import dev.parlance.dialect.Receipts;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.Draft;
import dev.parlance.problem.Mistake;
import dev.parlance.query.Contacts;
import dev.parlance.query.Places;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Contacts and their companies, which the vendor calls accounts: `/api/contacts`, `/api/accounts`.
final class PartyCalls {
    private static final int LONGEST_SEARCH = 1000;

    private final Doors doors;

    PartyCalls(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/contacts", this::contacts),
                Route.post("/api/contacts", this::create),
                Route.get("/api/contacts/{id}", this::contact),
                Route.post("/api/contacts/{id}/link-account", this::link),
                Route.get("/api/accounts", this::accounts),
                Route.get("/api/accounts/{id}", this::account));
    }

    private Reply contacts(Request request) {
        Access access = request.access();
        access.require(Permission.CONTACTS_READ);
        String text = text(request);
        Everything<Party> all = (last, limit) -> parties(
                access, doors.directory().searchContacts(access, new Contacts.Search(null, text, after(last), limit)));
        return all.reply((json, party) -> PartyJson.contact(json, access, party));
    }

    private static Contacts.@Nullable Last after(@Nullable Party last) {
        return last == null
                ? null
                : new Contacts.Last(last.kept().created(), last.kept().contact().id());
    }

    private List<Party> parties(Access access, List<Contacts.Kept> kept) {
        Set<UUID> ids = kept.stream().map(each -> each.contact().id()).collect(Collectors.toSet());
        Set<UUID> linked = doors.premises().linkedByHand(access, ids);
        return kept.stream()
                .map(each -> new Party(each, linked.contains(each.contact().id())))
                .toList();
    }

    private Reply contact(Request request) {
        Access access = request.access();
        access.require(Permission.CONTACTS_READ);
        Party party = get(access, Ids.of(request.pathValue("id"), "Contact"));
        return Reply.ok(List.of(party), json -> PartyJson.whole(json, access, party));
    }

    private Party get(Access access, UUID contact) {
        return parties(access, List.of(doors.directory().getContact(access, contact)))
                .getFirst();
    }

    private Reply create(Request request) {
        Access access = request.access();
        access.require(Permission.CONTACTS_WRITE);
        Given body = Given.of(request);
        String workspace = body.text("workspaceId");
        String name = body.text("name");
        if (body.find("email").isEmpty()) {
            body.mistake("email", "missing", "an e-mail address");
        }
        String email = ComposeRequest.email(body, "email").orElse("");
        body.check();
        Named home = doors.premises().getWorkspace(access, Ids.of(workspace, "Workspace"));
        var details = new Draft.ContactDraft(null, null, name, email, null, null, null, null, null, null);
        Contacts.Kept kept = doors.desk()
                .createContact(access, UUID.randomUUID(), details, home.id(), Receipts.stamp(request, "create"));
        Party party = new Party(kept, false);
        Map<String, String> address =
                Map.of("Location", "/api/contacts/" + kept.contact().id());
        return new Reply.Whole(201, address, 1, json -> PartyJson.contact(json, access, party));
    }

    private Reply link(Request request) {
        Access access = request.access();
        access.require(Permission.CONTACTS_WRITE);
        Given body = Given.of(request);
        String account = body.text("accountId");
        body.check();
        UUID contact = Ids.of(request.pathValue("id"), "Contact");
        Named company = doors.premises().getCompany(access, Ids.of(account, "Account"));
        doors.desk().linkContact(access, contact, company, Receipts.stamp(request, "link"));
        return Acknowledged.reply();
    }

    private Reply accounts(Request request) {
        Access access = request.access();
        access.require(Permission.CONTACTS_READ);
        String text = text(request);
        Everything<Named> all =
                (last, limit) -> doors.premises().companies(access, new Places.Companies(null, text, last, limit));
        return all.reply((json, company) -> PartyJson.account(json, access, company));
    }

    private Reply account(Request request) {
        Access access = request.access();
        access.require(Permission.CONTACTS_READ);
        Named company = doors.premises().getCompany(access, Ids.of(request.pathValue("id"), "Account"));
        return Reply.ok(List.of(company), json -> PartyJson.account(json, access, company));
    }

    private static String text(Request request) {
        Parameters parameters = new Parameters(request);
        String text = parameters.findText("q", "search").orElse("");
        if (text.length() > LONGEST_SEARCH) {
            parameters
                    .mistakes()
                    .mustBe(Mistake.Place.QUERY, "q", "long", "at most " + LONGEST_SEARCH + " characters long");
        }
        parameters.check();
        return text;
    }
}
