package dev.parlance.dialect;

import dev.parlance.http.Request;
import dev.parlance.problem.Mistake.Place;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The members of a request's body; null counts as absent. What is wrong with them is noted, and [#check] at the end
/// refuses.
public final class Given {
    private static final String TEXT = "text of at least one character";

    private final Wild whole;

    private Given(Wild whole) {
        this.whole = whole;
    }

    /// The body of a request, which may be absent.
    public static Given of(Request request) {
        Mistakes mistakes = new Mistakes();
        JsonNode body = request.json();
        if (!body.isObject() && !body.isMissingNode()) {
            mistakes.add(Place.BODY, "", "object", "The body must be a JSON object");
        }
        return new Given(new Wild("", body, mistakes));
    }

    /// The members of a member that is an object itself.
    public static Given of(Wild object) {
        return new Given(object);
    }

    /// Notes members that are not among the accepted ones.
    public void only(Set<String> accepted) {
        if (whole.node().isObject()) {
            whole.isObjectOf(accepted);
        }
    }

    /// The member, empty when it is absent.
    public Optional<Wild> find(String name) {
        Wild member = whole.member(name);
        return member.node().isMissingNode() || member.node().isNull() ? Optional.empty() : Optional.of(member);
    }

    /// A text; an empty one counts as absent.
    public Optional<String> findText(String name) {
        return find(name).flatMap(Wild::findText).filter(text -> !text.isEmpty());
    }

    /// A text that may be absent, but not empty.
    public Optional<String> findFilledText(String name) {
        return find(name).isEmpty() ? Optional.empty() : Optional.of(text(name));
    }

    /// A text that must be there. Without it, it is empty, and that is noted.
    public String text(String name) {
        Optional<String> text = find(name)
                .filter(member -> member.node().isString())
                .map(member -> member.node().stringValue())
                .filter(filled -> !filled.isEmpty());
        if (text.isEmpty()) {
            whole.member(name).mistake(find(name).isEmpty() ? "missing" : "text", TEXT);
        }
        return text.orElse("");
    }

    /// Notes `<name> must be <accepted>`.
    public void mistake(String name, String kind, String accepted) {
        whole.member(name).mistake(kind, accepted);
    }

    /// Refuses the request if anything is wrong with it.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    public void check() {
        whole.mistakes().check();
    }
}
