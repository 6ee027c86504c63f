package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.AgentVersion;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.PhoneNumber;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Receipts;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Reply;
import dev.parlance.http.Request;
import dev.parlance.http.Route;
import dev.parlance.journal.AgentDeed;
import dev.parlance.problem.Problem;
import dev.parlance.tenant.Permission;
import dev.parlance.tenant.Roster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The calls about an agent's versions.
final class VersionCalls {
    private static final String VERSIONS = AgentCalls.ONE + "/versions";
    private static final String ONE = VERSIONS + "/{version}";
    private static final String LATEST = "latest";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final List<String> DIRECTIONS = List.of("inbound", "outbound", "both");
    private static final int MOST_NUMBERS = 1000;

    private final Roster roster;

    VersionCalls(Roster roster) {
        this.roster = roster;
    }

    List<Route> routes() {
        return List.of(
                Route.get(VERSIONS, this::list),
                Route.post(VERSIONS, this::create),
                Route.get(ONE, this::get),
                Route.put(ONE, this::change),
                Route.post(ONE + "/publish", this::publish));
    }

    private Reply list(Request request) {
        request.access().requireOneOf(Permission.RESOURCES_READ, Permission.RESOURCES_WRITE);
        AgentListing listing = new AgentListing(request);
        List<AgentVersion> found = roster.versions(request.access(), Ids.agent(request), listing.versions());
        List<AgentVersion> page = found.stream().limit(listing.limit()).toList();
        String path = VERSIONS.replace("{agent_id}", Ids.agent(request).toString());
        Map<String, String> link = found.size() > page.size()
                ? NextPage.link(request, path, Cursor.after(page.getLast().created()))
                : Map.of();
        return Reply.ok(page, link, json -> {
            json.writeStartArray();
            page.forEach(version -> AgentJson.version(json, version));
            json.writeEndArray();
        });
    }

    private Reply get(Request request) {
        Integer number = number(request);
        return answer(
                number == null
                        ? roster.getLatest(
                                request.access(), Ids.agent(request), Receipts.stamp(request, "getAgentVersion"))
                        : roster.getVersion(request.access(), Ids.agent(request), number));
    }

    private Reply create(Request request) {
        request.access().require(Permission.RESOURCES_WRITE);
        Given body = Body.of(request);
        Optional<Wild> config = body.find("config");
        Optional<Wild> base = body.find("base_version");
        if (config.isPresent() == base.isPresent()) {
            body.mistake("config", "value_error", "given, or else base_version, and not both");
        }
        JsonText own = config.flatMap(AgentConfig::read).orElse(null);
        Integer number = base.flatMap(each -> each.findInteger(1, Integer.MAX_VALUE))
                .map(Math::toIntExact)
                .orElse(null);
        body.check();
        AgentDeed deed = new AgentDeed.AddVersion(Ids.agent(request), own, number);
        return answer(roster.keepVersion(request.access(), deed, Receipts.stamp(request, "createAgentVersion")));
    }

    private Reply change(Request request) {
        request.access().require(Permission.RESOURCES_WRITE);
        Given body = Body.of(request);
        Optional<Wild> config = body.find("config");
        Optional<Wild> inputs = body.find("instruction_builder_inputs");
        if (config.isEmpty() && inputs.isEmpty()) {
            body.mistake("config", "missing", "given, or instruction_builder_inputs");
        }
        JsonText own = config.flatMap(AgentConfig::read).orElse(null);
        JsonText further = inputs.flatMap(AgentConfig::findObject).orElse(null);
        body.check();
        AgentDeed deed = new AgentDeed.ChangeVersion(Ids.agent(request), number(request), own, further);
        return answer(roster.keepVersion(request.access(), deed, Receipts.stamp(request, "updateAgentVersion")));
    }

    private Reply publish(Request request) {
        request.access().require(Permission.RESOURCES_WRITE);
        Given body = Body.of(request);
        String direction = body.findText("direction").orElse("inbound");
        if (!DIRECTIONS.contains(direction)) {
            body.mistake("direction", "enum", Mistakes.oneOf(DIRECTIONS));
        }
        AgentDeed.Publish deed = new AgentDeed.Publish(
                Ids.agent(request),
                number(request),
                phones(body, "phone_numbers"),
                phones(body, "unassign_phone_numbers"),
                !direction.equals("outbound"),
                !direction.equals("inbound"));
        body.check();
        List<PhoneNumber> numbers =
                roster.publish(request.access(), deed, Receipts.stamp(request, "publishAgentVersion"));
        return Reply.ok(numbers, json -> {
            json.writeStartArray();
            numbers.forEach(number -> AgentJson.number(json, number));
            json.writeEndArray();
        });
    }

    private static List<String> phones(Given body, String name) {
        return body.find(name).map(array -> array.elements(MOST_NUMBERS)).stream()
                .flatMap(List::stream)
                .flatMap(VersionCalls::phone)
                .distinct()
                .toList();
    }

    private static Stream<String> phone(Wild value) {
        boolean phone = value.node().isString()
                && PHONE.matcher(value.node().stringValue()).matches();
        Optional<String> number = phone
                ? Optional.of(value.node().stringValue())
                : value.mistake("phone_number", "a phone number such as +4684468150");
        return number.stream();
    }

    /// The version's number, null for the latest one.
    private static @Nullable Integer number(Request request) {
        String text = request.pathValue("version");
        if (text.equals(LATEST)) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new Problem.NotFound("Agent version").refusal();
        }
        return Integer.valueOf(text);
    }

    private static Reply answer(AgentVersion version) {
        return Reply.ok(List.of(version), json -> AgentJson.version(json, version));
    }
}
