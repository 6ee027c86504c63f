package dev.parlance.http;

import static dev.parlance.http.ServerFixture.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final ServerFixture SERVER = ServerFixture.start(Sample.echo(), other());

    private static Dialect other() {
        return new Dialect(
                "other",
                "Other",
                "/sample/other/",
                false,
                List.of(),
                problem -> new Dialect.ProblemBody(418, json -> json.writeString("other")));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void pathAndQueryAreDecoded() {
        HttpResponse<String> answer = SERVER.get("/sample/echo/a%2Fb/%C3%A4?x=1+2&x=%2B&y&&=z&q=a%3Db=c");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"first\":\"a/b\",\"second\":\"ä\",\"query\":[\"x=1 2\",\"x=+\",\"y=\",\"=z\",\"q=a=b=c\"]}");
        assertThat(header(answer, "content-type")).isEqualTo("application/json");
        assertThat(header(answer, "content-length"))
                .isEqualTo(Integer.toString(answer.body().length() + 1));
        assertThat(header(answer, "date")).endsWith("GMT");
        assertThat(header(answer, "x-request-id")).hasSize(16);
        assertThat(header(answer, "x-rows")).isEqualTo("2");
        assertThat(header(answer, "server")).isNull();
    }

    @Test
    void anExactSegmentBeatsAParameter() {
        assertThat(SERVER.get("/sample/echo/exact/x").body()).isEqualTo("\"exact\"");
        assertThat(SERVER.get("/sample/echo/exact2/x").body()).startsWith("{\"first\":\"exact2\"");
    }

    @Test
    void anUnknownPathIsNotFoundWithoutAToken() {
        for (String path : List.of("/sample/none", "/sample/echo/", "/sample/echo/a/", "/sample/echo//b", "//", "/x")) {
            assertThat(SERVER.send(SERVER.bare(path).build()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theLongestPrefixTellsTheProblem() {
        assertThat(SERVER.get("/sample/other/x").statusCode()).isEqualTo(418);
        assertThat(SERVER.get("/sample/other").statusCode()).isEqualTo(418);
        assertThat(SERVER.get("/sample/others").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongMethodIsToldWhatIsAllowedWithoutAToken() {
        HttpResponse<String> answer =
                SERVER.send(SERVER.bare("/sample/echo").DELETE().build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void optionsTellWhatIsAllowed() {
        HttpResponse<String> answer = SERVER.send(SERVER.bare("/sample/ignored")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "allow")).isEqualTo("OPTIONS, POST");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        HttpResponse<String> answer = SERVER.send(SERVER.request("/sample/echo?a=b")
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "content-length")).isEqualTo("17");
    }

    @Test
    void twoRoutesForOnePlaceAreRefusedAtTheStart() {
        Route route = Route.get("/sample/{a}", request -> Sample.text("x"));
        Route same = Route.get("/sample/{b}", request -> Sample.text("y"));

        assertThatThrownBy(() -> ServerFixture.start(Sample.dialect(route, same)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two routes");
    }
}
