package dev.parlance.http;

import static dev.parlance.http.ServerFixture.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.tenant.Access;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitedRequestsTest {
    private static final Dialect DIALECT = Sample.dialect(
            Route.get("/sample/a", request -> Sample.text("a"))
                    .streamingWhen(request -> request.findQuery("limit").isPresent()),
            Route.post("/sample/b", request -> Sample.text(request.json().toString())));

    private static ServerFixture limited(@Nullable Integer own) {
        Access all = ServerFixture.ACCESS;
        Access access = new Access(all.tenant(), all.token(), all.permissions(), null, own);
        return ServerFixture.start(
                new HttpServer.Settings("127.0.0.1", 0, 1000, 3, 5), ServerFixture.gate(access), DIALECT);
    }

    @Test
    void standardAndStreamingRequestsAreCountedApart() {
        try (ServerFixture server = limited(null)) {
            HttpResponse<String> first = server.get("/sample/a");
            assertThat(header(first, "x-ratelimit-limit")).isEqualTo("3");
            assertThat(header(first, "x-ratelimit-remaining")).isEqualTo("2");
            assertThat(header(first, "x-ratelimit-reset")).isEqualTo("20");
            HttpResponse<String> streaming = server.get("/sample/a?limit=0");
            assertThat(header(streaming, "x-ratelimit-limit")).isEqualTo("5");
            assertThat(header(streaming, "x-ratelimit-remaining")).isEqualTo("4");
        }
    }

    @Test
    void tooManyRequestsAreToldWhenToComeBack() {
        try (ServerFixture server = limited(null)) {
            for (int i = 0; i < 3; i++) {
                assertThat(server.get("/sample/a").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> refused = server.get("/sample/a?x=%C3");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(String.valueOf(header(refused, "retry-after"))))
                    .isBetween(1, 20);
            assertThat(header(refused, "x-ratelimit-remaining")).isEqualTo("0");
            assertThat(server.get("/sample/a?limit=0").statusCode()).isEqualTo(200);
            assertThat(server.get("/sample/none").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void refusedRequestsOfTheAdmittedCarryTheHeadersToo() {
        try (ServerFixture server = limited(null)) {
            HttpResponse<String> invalid = server.get("/sample/a?x=%C3");
            assertThat(invalid.statusCode()).isEqualTo(400);
            assertThat(header(invalid, "x-ratelimit-remaining")).isEqualTo("2");
            assertThat(header(server.post("/sample/b", "{"), "x-ratelimit-remaining"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aTokensOwnLimitOverridesBoth() {
        try (ServerFixture server = limited(9)) {
            assertThat(header(server.get("/sample/a"), "x-ratelimit-limit")).isEqualTo("9");
            assertThat(header(server.get("/sample/a?limit=0"), "x-ratelimit-limit"))
                    .isEqualTo("9");
        }
    }

    @Test
    void anUnlimitedTokenGetsNoHeaders() {
        try (ServerFixture server = limited(0)) {
            for (int i = 0; i < 10; i++) {
                HttpResponse<String> answer = server.get("/sample/a");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(header(answer, "x-ratelimit-limit")).isNull();
            }
        }
    }
}
