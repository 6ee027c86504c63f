package dev.parlance.dialect.ohallo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Sample;
import dev.parlance.dialect.Served;
import dev.parlance.query.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Contacts and accounts.
class PartiesTest {
    private static final String CONTACTS = "/api/contacts";
    private static final String ACCOUNTS = "/api/accounts";
    private static final String MAIN = StableId.workspace("Main").toString();
    private static final String NORTH = StableId.workspace("north").toString();
    private static final String FERRUM = StableId.company("Ferrum").toString();
    private static final Served SERVED = Served.of(OHallo::dialect, rows());

    /// Two of the first are told apart by their e-mail, the third is in the workspace `north`.
    private static List<Row> rows() {
        List<String[]> people = List.of(
                new String[] {"customer-1", "mara@example.com", "Ferrum"},
                new String[] {"customer-2", "joão.silva@example.org", "Örebro Trä"},
                new String[] {"customer-3", "norma@example.com", "Nordwind"});
        return IntStream.range(0, people.size())
                .mapToObj(i -> Sample.conversation(i + 1, "2026-03-01T00:00:00Z")
                        .workspace(i == 2 ? "north" : "Main")
                        .contact(people.get(i)[0], people.get(i)[1], people.get(i)[2], null)
                        .row())
                .toList();
    }

    @AfterAll
    static void stop() {
        SERVED.close();
    }

    private static String id(String external) {
        return StableId.of("contact", external).toString();
    }

    private static List<String> values(JsonNode array, String member) {
        return array.values().stream()
                .map(each -> each.get(member).stringValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    q=MARA | mara@example.com
                    q=ara@exam | mara@example.com
                    search=joao | joão.silva@example.org
                    q=silva+jo | joão.silva@example.org
                    q=silva+mara |
                    q=%25 |
                    q=orma | norma@example.com
                    """)
    void contactsAreFoundByPartsOfNameEmailAndPhone(String query, @Nullable String email) {
        assertThat(values(SERVED.get(CONTACTS + "?" + query).json(), "email"))
                .containsExactlyElementsOf(email == null ? List.of() : List.of(email));
    }

    @Test
    void aContactHasTheMembersOfBothFormsOfTheVendor() {
        JsonNode contact = SERVED.get(CONTACTS + "/" + id("customer-1")).json();
        assertThat(contact.get("tenantId").stringValue())
                .isEqualTo(Served.ONE.publicId().toString());
        assertThat(contact.get("companyName").stringValue()).isEqualTo("Ferrum");
        assertThat(contact.get("accountName").stringValue()).isEqualTo("Ferrum");
        assertThat(contact.get("accountId").stringValue()).isEqualTo(FERRUM);
        assertThat(contact.get("resolutionStatus").stringValue()).isEqualTo("crm_resolved");
        assertThat(contact.at("/identities/0/channel").stringValue()).isEqualTo("email");
        assertThat(contact.at("/identities/0/value").stringValue()).isEqualTo("mara@example.com");
    }

    @Test
    void contactsOfOtherWorkspacesAndTenantsAreNotThere() {
        assertThat(values(SERVED.get("north", CONTACTS).json(), "email"))
                .contains("norma@example.com")
                .doesNotContain("mara@example.com");
        SERVED.get("other", CONTACTS).is(200, "[]");
        for (String token : List.of("north", "other")) {
            SERVED.get(token, CONTACTS + "/" + id("customer-1")).is(404, "{\"error\":\"Contact not found\"}");
            SERVED.post(
                            token,
                            CONTACTS + "/" + id("customer-1") + "/link-account",
                            "{\"accountId\":\"" + FERRUM + "\"}")
                    .is(404, "{\"error\":\"Account not found\"}");
        }
        SERVED.get(CONTACTS + "/c1").is(404, "{\"error\":\"Contact not found\"}");
        SERVED.get("safe", CONTACTS).is(403, "{\"error\":\"This token lacks the scope contacts:read.\"}");
        SERVED.get("safe", CONTACTS + "/x").is(403, "{\"error\":\"This token lacks the scope contacts:read.\"}");
        assertThat(SERVED.get("unknown", CONTACTS).status()).isEqualTo(401);
    }

    private static String fresh(String workspace, String email) {
        return "{\"workspaceId\":\"" + workspace + "\",\"name\":\"Anna Maria Berg\",\"email\":\"" + email + "\"}";
    }

    @Test
    void aContactIsCreatedAndFound() {
        Served.Answered answer = SERVED.post(CONTACTS, fresh(MAIN, "unique@example.com"));
        assertThat(answer.status()).isEqualTo(201);
        JsonNode contact = answer.json();
        assertThat(contact.get("firstName").stringValue()).isEqualTo("Anna Maria");
        assertThat(contact.get("lastName").stringValue()).isEqualTo("Berg");
        assertThat(contact.get("resolutionStatus").stringValue()).isEqualTo("unresolved");
        assertThat(contact.get("accountId").isNull()).isTrue();
        String address = answer.findHeader("Location").orElseThrow();
        assertThat(SERVED.get(address).json().get("email").stringValue()).isEqualTo("unique@example.com");
        assertThat(values(SERVED.get(CONTACTS + "?q=uniq").json(), "id"))
                .containsExactly(contact.get("id").stringValue());
    }

    @Test
    void aContactIsAtHomeInTheWorkspaceItWasMadeFor() {
        String made = SERVED.post(CONTACTS, fresh(NORTH, "polar@example.com"))
                .json()
                .get("id")
                .stringValue();
        assertThat(SERVED.get("north", CONTACTS + "/" + made).status()).isEqualTo(200);
        assertThat(SERVED.post("north", CONTACTS, fresh(NORTH, "polar2@example.com"))
                        .status())
                .isEqualTo(201);
        SERVED.post("north", CONTACTS, fresh(MAIN, "polar3@example.com"))
                .is(404, "{\"error\":\"Workspace not found\"}");
        SERVED.post(CONTACTS, fresh("ws_1", "polar3@example.com")).is(404, "{\"error\":\"Workspace not found\"}");
        assertThat(SERVED.get(CONTACTS + "?q=polar3").json().isEmpty()).isTrue();
    }

    @Test
    void aContactCreatedTwiceUnderOneKeyIsOne() {
        Map<String, String> headers = Map.of("Authorization", "Bearer full", "Idempotency-Key", "create");
        Served.Answered first = SERVED.call(headers, "POST", CONTACTS, fresh(MAIN, "twice@example.com"));
        Served.Answered second = SERVED.call(headers, "POST", CONTACTS, fresh(MAIN, "twice@example.com"));
        second.is(201, first.text());
        assertThat(SERVED.get(CONTACTS + "?q=twice").json().size()).isEqualTo(1);
        assertThat(SERVED.call(headers, "POST", CONTACTS, fresh(MAIN, "thrice@example.com"))
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {} | workspaceId must be text of at least one character; name must be text of at least one character; email must be an e-mail address
                    {"workspaceId":"x","name":"y","email":"z"} | email must be an e-mail address
                    {"workspaceId":"x","name":"","email":7} | name must be text of at least one character; email must be text
                    "x" | The body must be a JSON object; workspaceId must be text of at least one character; name must be text of at least one character; email must be an e-mail address
                    """)
    void aContactThatIsNoneIsRefused(String body, String message) {
        SERVED.post(CONTACTS, body).is(400, "{\"error\":\"" + message + "\"}");
    }

    @Test
    void aContactIsLinkedToAnAccount() {
        String contact = SERVED.post(CONTACTS, fresh(MAIN, "linked@example.com"))
                .json()
                .get("id")
                .stringValue();
        String path = CONTACTS + "/" + contact;
        SERVED.post(path + "/link-account", "{\"accountId\":\"" + FERRUM + "\"}")
                .is(200, "{\"ok\":true}");
        JsonNode linked = SERVED.get(path).json();
        assertThat(linked.get("resolutionStatus").stringValue()).isEqualTo("manually_resolved");
        assertThat(linked.get("accountId").stringValue()).isEqualTo(FERRUM);
        assertThat(values(SERVED.get(CONTACTS + "?q=linked").json(), "resolutionStatus"))
                .containsExactly("manually_resolved");
        SERVED.post(path + "/link-account", "{\"accountId\":\"" + UUID.randomUUID() + "\"}")
                .is(404, "{\"error\":\"Account not found\"}");
        SERVED.post(path + "/link-account", "{}")
                .is(400, "{\"error\":\"accountId must be text of at least one character\"}");
        SERVED.post(CONTACTS + "/" + UUID.randomUUID() + "/link-account", "{\"accountId\":\"" + FERRUM + "\"}")
                .is(404, "{\"error\":\"Contact not found\"}");
        SERVED.post("none", path + "/link-account", "{\"accountId\":\"" + FERRUM + "\"}")
                .is(403, "{\"error\":\"This token lacks the scope contacts:write.\"}");
    }

    @Test
    void theConversationsOfALinkedContactAreTheAccounts() {
        String nordwind = StableId.company("Nordwind").toString();
        assertThat(SERVED.get("/api/conversations?accountId=" + nordwind).numbers("/conversations"))
                .containsExactly(3L);
        SERVED.post(CONTACTS + "/" + id("customer-2") + "/link-account", "{\"accountId\":\"" + nordwind + "\"}")
                .is(200, "{\"ok\":true}");
        assertThat(SERVED.get("/api/conversations?accountId=" + nordwind).numbers("/conversations"))
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void accountsAreFoundByPartsOfTheirName() {
        assertThat(values(SERVED.get(ACCOUNTS).json(), "name")).containsExactly("Ferrum", "Nordwind", "Örebro Trä");
        assertThat(values(SERVED.get(ACCOUNTS + "?q=WIND").json(), "name")).containsExactly("Nordwind");
        assertThat(values(SERVED.get(ACCOUNTS + "?search=tra+ore").json(), "name"))
                .containsExactly("Örebro Trä");
        assertThat(values(SERVED.get("north", ACCOUNTS).json(), "name"))
                .contains("Nordwind")
                .doesNotContain("Ferrum");
        SERVED.get("other", ACCOUNTS).is(200, "[]");
        assertThat(SERVED.get(ACCOUNTS + "/" + FERRUM).json().get("name").stringValue())
                .isEqualTo("Ferrum");
        SERVED.get("north", ACCOUNTS + "/" + FERRUM).is(404, "{\"error\":\"Account not found\"}");
        SERVED.get(ACCOUNTS + "/a1").is(404, "{\"error\":\"Account not found\"}");
        SERVED.get("safe", ACCOUNTS).is(403, "{\"error\":\"This token lacks the scope contacts:read.\"}");
        SERVED.get(ACCOUNTS + "?q=" + "a".repeat(1001))
                .is(400, "{\"error\":\"q must be at most 1000 characters long\"}");
        SERVED.get(CONTACTS + "?q=a&search=b").is(400, "{\"error\":\"q or search must be given once\"}");
    }

    @Test
    void everyDocumentedParameterAndMemberIsExercised() {
        List.of("", "/x", "?q=x").forEach(rest -> {
            SERVED.get(CONTACTS + rest);
            SERVED.get(ACCOUNTS + rest);
        });
        SERVED.post(CONTACTS, fresh("x", "x@example.com"));
        SERVED.post(CONTACTS + "/x/link-account", "{\"accountId\":\"x\"}");
        assertThat(SERVED.documented().unexercised())
                .noneMatch(line -> line.contains(ACCOUNTS) || line.contains(CONTACTS));
    }
}
