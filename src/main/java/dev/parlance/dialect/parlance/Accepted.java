package dev.parlance.dialect.parlance;

import dev.parlance.dialect.Parameters;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The parameters of a request whose names are all known: one that is not understood would be a question that is not
/// answered.
final class Accepted {
    private Accepted() {}

    static Parameters parameters(Request request, String... names) {
        return parameters(request, Arrays.asList(names));
    }

    static Parameters parameters(Request request, Collection<String> names) {
        Parameters parameters = new Parameters(request);
        request.query().stream()
                .map(Request.Parameter::name)
                .filter(name -> !names.contains(name))
                .distinct()
                .forEach(name -> unknown(parameters, Mistake.quoted(name), names));
        return parameters;
    }

    private static void unknown(Parameters parameters, String name, Collection<String> names) {
        String accepted = names.isEmpty() ? "no parameters" : String.join(", ", names);
        parameters
                .mistakes()
                .add(Mistake.Place.QUERY, name, "unknown", name + " is unknown; accepted here: " + accepted);
    }

    /// Some of a few words, separated by commas.
    static Set<String> words(Parameters parameters, String name, List<String> accepted) {
        List<String> given = parameters
                .findText(name)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
        boolean good = accepted.containsAll(given);
        if (!good) {
            parameters
                    .mistakes()
                    .mustBe(
                            Mistake.Place.QUERY,
                            name,
                            "enum",
                            "some of " + String.join(", ", accepted),
                            Mistake.quoted(String.join(",", given)));
        }
        return good ? given.stream().collect(Collectors.toCollection(LinkedHashSet::new)) : Set.of();
    }
}
