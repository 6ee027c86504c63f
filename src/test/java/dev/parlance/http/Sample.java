package dev.parlance.http;

import java.util.List;
import java.util.Map;

/// A made-up API that shows what reached the handler.
final class Sample {
    private Sample() {}

    static Dialect dialect(Route... routes) {
        return new Dialect("sample", "Sample", "/sample/", true, List.of(routes), Plain::body);
    }

    /// `GET /sample/echo/{first}/{second}` and `POST /sample/echo` answer what was read.
    static Dialect echo() {
        return dialect(
                Route.get("/sample/echo/{first}/{second}", Sample::echoed),
                Route.get("/sample/echo", Sample::echoed),
                Route.get("/sample/echo/exact/{second}", request -> text("exact")),
                Route.post("/sample/echo", Sample::body),
                Route.post("/sample/ignored", request -> text("ignored")));
    }

    static Reply text(String text) {
        return Reply.ok(List.of(1), json -> json.writeString(text));
    }

    private static Reply echoed(Request request) {
        return Reply.ok(List.of(1, 2), Map.of("X-Rows", "2"), json -> {
            json.writeStartObject();
            request.path().forEach(json::writeStringProperty);
            json.writeArrayPropertyStart("query");
            request.query().forEach(each -> json.writeString(each.name() + "=" + each.value()));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Reply body(Request request) {
        String text =
                request.json().isMissingNode() ? "missing" : request.json().toString();
        return Reply.ok(List.of(1), json -> json.writeRawValue(text.equals("missing") ? "\"missing\"" : text));
    }
}
