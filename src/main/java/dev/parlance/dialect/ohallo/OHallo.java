package dev.parlance.dialect.ohallo;

import dev.parlance.dialect.Wording;
import dev.parlance.http.Dialect;
import dev.parlance.http.Route;
import dev.parlance.problem.Problem;
import dev.parlance.tenant.Doors;
import java.util.List;
import java.util.stream.Stream;

/// The API of OHallo.
public final class OHallo {
    private OHallo() {}

    /// The dialect, answering through the doors.
    public static Dialect dialect(Doors doors) {
        List<Route> routes = Stream.of(
                        new ConversationCalls(doors).routes(),
                        List.of(Route.post("/api/conversations/compose", new Compose(doors))),
                        new ConversationActions(doors.desk()).routes(),
                        new AttentionCalls(doors).routes(),
                        new PlaceCalls(doors).routes(),
                        new PartyCalls(doors).routes())
                .flatMap(List::stream)
                .toList();
        return new Dialect("ohallo", "OHallo", "/api/", false, routes, OHallo::problem);
    }

    private static Dialect.ProblemBody problem(Problem problem) {
        Problem named = problem instanceof Problem.NotFound missing ? inItsWords(missing) : problem;
        return new Dialect.ProblemBody(Wording.status(named), json -> {
            json.writeStartObject();
            json.writeStringProperty("error", Wording.message(named));
            json.writeEndObject();
        });
    }

    /// The vendor calls a company an account.
    private static Problem inItsWords(Problem.NotFound missing) {
        return missing.what().equals("Company") ? new Problem.NotFound("Account") : missing;
    }
}
