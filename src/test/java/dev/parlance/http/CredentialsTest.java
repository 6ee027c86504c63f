package dev.parlance.http;

import static dev.parlance.http.ServerFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.problem.Problem;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Dialect NO_BASIC = new Dialect(
            "strict",
            "Strict",
            "/strict/",
            false,
            List.of(Route.get("/strict/a", request -> Sample.text("in"))),
            Plain::body);

    private static final Route WHO = Route.get(
            "/sample/who",
            request -> new Reply.Whole(
                    200,
                    Map.of(),
                    0,
                    json -> json.writeString(request.access().tenant().name())));

    private static final ServerFixture SERVER = ServerFixture.start(
            (secret, organization) -> {
                if (secret.equals("forbidden")) {
                    throw new Problem.Forbidden("Not here.").refusal();
                }
                if (secret.equals("pat") && !"org".equals(organization)) {
                    throw new Problem.Unauthenticated("No organization.").refusal();
                }
                return ServerFixture.gate(ServerFixture.ACCESS)
                        .admit(secret.equals("pat") ? ServerFixture.TOKEN : secret, organization);
            },
            Sample.dialect(WHO),
            NO_BASIC);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpResponse<String> with(String path, String authorization) {
        return SERVER.send(
                SERVER.bare(path).header("Authorization", authorization).build());
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBearerTokenIsTakenWhateverTheCaseOfTheScheme() {
        for (String scheme : List.of("Bearer ", "bearer ", "BEARER   ")) {
            assertThat(with("/sample/who", scheme + ServerFixture.TOKEN).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theUserNameOfBasicIsATokenWhereTheDialectTakesIt() {
        assertThat(with("/sample/who", basic(ServerFixture.TOKEN + ":")).statusCode())
                .isEqualTo(200);
        assertThat(with("/sample/who", basic(ServerFixture.TOKEN + ":x:y")).statusCode())
                .isEqualTo(200);
        assertThat(with("/strict/a", basic(ServerFixture.TOKEN + ":")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whateverCannotBeReadIsUnauthenticatedAndChallenged() {
        List<String> bad = List.of(
                "", "Bearer", "Bearer ", "Basic ???", "Basic", "Digest x", "Bearer a b", "Bearer wrong", "pl_test");
        for (String authorization : bad) {
            HttpResponse<String> answer = with("/sample/who", authorization);
            assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
            assertThat(header(answer, "www-authenticate"))
                    .startsWith("Bearer realm=")
                    .contains("Basic realm=");
            assertThat(answer.body()).contains("unauthenticated");
        }
        assertThat(header(with("/strict/a", "Bearer x"), "www-authenticate")).isEqualTo("Bearer realm=\"parlance\"");
    }

    @Test
    void aRequestWithoutATokenIsUnauthenticated() {
        assertThat(SERVER.send(SERVER.bare("/sample/who").build()).statusCode()).isEqualTo(401);
    }

    @Test
    void theGateDecidesWithTheOrganization() {
        HttpRequest named = SERVER.bare("/sample/who")
                .header("Authorization", "Bearer pat")
                .header("X-Anyreach-Org", "org")
                .build();

        assertThat(SERVER.send(named).statusCode()).isEqualTo(200);
        assertThat(with("/sample/who", "Bearer pat").statusCode()).isEqualTo(401);
        assertThat(with("/sample/who", "Bearer forbidden").statusCode()).isEqualTo(403);
    }
}
