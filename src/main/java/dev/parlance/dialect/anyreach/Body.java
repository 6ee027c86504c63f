package dev.parlance.dialect.anyreach;

import dev.parlance.dialect.Given;
import dev.parlance.http.Request;

/// Bodies of requests.
final class Body {
    private Body() {}

    /// The members of the body, none when there is no body.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid when it is no object
    static Given of(Request request) {
        Given given = Given.of(request);
        given.check();
        return given;
    }
}
