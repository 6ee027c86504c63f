package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.AgentProfile;
import dev.parlance.conversation.AgentVersion;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.PhoneNumber;
import dev.parlance.conversation.StoredAgent;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Receipts;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.AgentDeed;
import dev.parlance.query.Agents;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Sort;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Doors;
import dev.parlance.tenant.Permission;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// The calls about agents.
final class AgentCalls {
    static final String AGENTS = "/core/agents";
    static final String ONE = AGENTS + "/{agent_id}";

    private static final int LONGEST_NAME = 512;
    private static final int MOST_VERSIONS = 1000;

    private static final AgentProfile NEW = new AgentProfile("", null, true, false, null);

    private final Doors doors;

    AgentCalls(Doors doors) {
        this.doors = doors;
    }

    List<Route> routes() {
        return List.of(
                Route.get(AGENTS, this::list),
                Route.post(AGENTS, this::create),
                Route.get(ONE, this::get),
                Route.put(ONE, this::change),
                Route.delete(ONE, this::remove));
    }

    private Reply list(Request request) {
        request.access().requireOneOf(Permission.RESOURCES_READ, Permission.RESOURCES_WRITE);
        AgentListing listing = new AgentListing(request);
        List<StoredAgent> found = doors.roster().list(request.access(), listing.agents());
        List<StoredAgent> page = found.stream().limit(listing.limit()).toList();
        Map<String, String> link = found.size() > page.size()
                ? NextPage.link(request, AGENTS, Cursor.after(page.getLast().created()))
                : Map.of();
        UUID organization = request.access().tenant().publicId();
        return Reply.ok(page, link, json -> {
            json.writeStartArray();
            page.forEach(agent -> AgentJson.agent(json, organization, agent));
            json.writeEndArray();
        });
    }

    private Reply get(Request request) {
        Access access = request.access();
        StoredAgent agent = doors.roster().get(access, Ids.agent(request));
        Agents.VersionListing all = new Agents.VersionListing(null, null, Agents.Paging.first(MOST_VERSIONS));
        List<AgentVersion> versions = doors.roster().versions(access, agent.id(), all);
        List<PhoneNumber> numbers = doors.roster().numbers(access, agent.id());
        OptionalLong conversations = conversations(access, agent.id());
        return Reply.ok(List.of(agent), json -> {
            json.writeStartObject();
            AgentJson.members(json, access.tenant().publicId(), agent);
            json.writeArrayPropertyStart("versions");
            versions.forEach(version -> AgentJson.version(json, version));
            json.writeEndArray();
            json.writeArrayPropertyStart("phone_numbers");
            numbers.forEach(number -> AgentJson.number(json, number));
            json.writeEndArray();
            writeOthers(json, conversations);
            json.writeEndObject();
        });
    }

    /// Widgets and SIP endpoints are none of ours.
    private static void writeOthers(JsonGenerator json, OptionalLong conversations) {
        json.writeArrayPropertyStart("web_widgets");
        json.writeEndArray();
        json.writeNullProperty("sip_endpoint");
        json.writeName("conversation_statistics");
        if (conversations.isEmpty()) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeNumberProperty("total", conversations.getAsLong());
            json.writeEndObject();
        }
    }

    /// How many conversations it has that the token may list.
    private OptionalLong conversations(Access access, UUID agent) {
        if (!access.may(Permission.CONVERSATIONS_READ)) {
            return OptionalLong.empty();
        }
        Filter its = new Filter.OneOf(Field.AGENT, Set.of(agent.toString()));
        Query query = Query.of(its, Sort.newestFirst(InstantField.CREATED), Page.first(1))
                .counted();
        return doors.archive().ask(access, query).total();
    }

    private Reply create(Request request) {
        request.access().require(Permission.RESOURCES_WRITE);
        Given body = Body.of(request);
        if (body.find("name").isEmpty()) {
            body.mistake("name", "missing", "given");
        }
        AgentProfile profile = changed(body, NEW, request.json());
        body.check();
        AgentDeed deed = new AgentDeed.Create(UUID.randomUUID(), profile);
        return answer(request, doors.roster().keep(request.access(), deed, Receipts.stamp(request, "createAgent")));
    }

    private Reply change(Request request) {
        request.access().require(Permission.RESOURCES_WRITE);
        UUID agent = Ids.agent(request);
        Given body = Body.of(request);
        JsonNode given = request.json();
        changed(body, NEW, given);
        body.check();
        AgentDeed deed = new AgentDeed.Change(agent, before -> changed(body, before, given));
        return answer(request, doors.roster().keep(request.access(), deed, Receipts.stamp(request, "updateAgent")));
    }

    private Reply remove(Request request) {
        request.access().require(Permission.RESOURCES_WRITE);
        doors.roster().remove(request.access(), Ids.agent(request), Receipts.stamp(request, "deleteAgent"));
        return new Reply.Empty(204, Map.of());
    }

    private static Reply answer(Request request, StoredAgent agent) {
        UUID organization = request.access().tenant().publicId();
        return Reply.ok(List.of(agent), json -> AgentJson.agent(json, organization, agent));
    }

    /// What is given replaces what was; null takes description and metadata away.
    private static AgentProfile changed(Given body, AgentProfile before, JsonNode given) {
        String name =
                body.find("name").flatMap(text -> text.findText(LONGEST_NAME)).orElse(before.name());
        return new AgentProfile(
                name,
                given.path("description").isNull()
                        ? null
                        : body.find("description").flatMap(Wild::findText).orElse(before.description()),
                body.find("active").flatMap(Wild::findBoolean).orElse(before.active()),
                body.find("is_demo").flatMap(Wild::findBoolean).orElse(before.demo()),
                metadata(body, before.metadata(), given));
    }

    private static @Nullable JsonText metadata(Given body, @Nullable JsonText before, JsonNode given) {
        return given.path("metadata").isNull()
                ? null
                : body.find("metadata").flatMap(AgentConfig::findObject).orElse(before);
    }
}
