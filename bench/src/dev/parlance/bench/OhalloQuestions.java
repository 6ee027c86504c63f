package dev.parlance.bench;

import dev.parlance.bench.Question.Floor;
import dev.parlance.conversation.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `GET /api/conversations`, which always tells the exact total.
record OhalloQuestions(Facts facts, Sheet sheet) {
    private static final String CALL = "ohallo";
    private static final String NEWEST = "activity_at desc";
    private static final int LIMIT = 50;

    static List<Question> all(Facts facts) {
        return new OhalloQuestions(facts, Sheet.ohallo(facts.tenant())).questions();
    }

    private List<Question> questions() {
        List<Question> all = new ArrayList<>();
        all.add(Question.of(
                CALL, "plain page (SQL without total)", Floor.PLAIN, ask(""), sheet.page("true", NEWEST, LIMIT)));
        all.add(question("plain page", Floor.PROMPT, "", "true"));
        State[] beginnings = Arrays.stream(State.values())
                .filter(state -> state.compareTo(State.NEW) <= 0)
                .toArray(State[]::new);
        all.add(question("status new", Floor.PROMPT, "?status=new", Sheet.states(beginnings)));
        all.add(status("active", State.ACTIVE));
        all.add(status("waiting", State.WAITING));
        all.add(status("human_managed", State.HUMAN_MANAGED));
        all.add(status(
                "resolved", Arrays.stream(State.values()).filter(State::ended).toArray(State[]::new)));
        all.add(Question.of(
                CALL,
                "offset " + facts.depth(),
                Floor.PROMPT,
                ask("?offset=" + facts.depth()),
                sheet.page("true", NEWEST, LIMIT, facts.depth()),
                sheet.count("true")));
        all.add(question(
                "contactId",
                Floor.PROMPT,
                "?contactId=" + facts.contact(),
                "c.contact_id = '" + facts.contact() + "'"));
        all.add(question("hasAttention", Floor.PROMPT, "?hasAttention=true", "c.support_required"));
        all.add(question("q, common word", Floor.NONE, "?q=" + World.COMMON_WORD, sheet.worded(World.COMMON_WORD)));
        all.add(question(
                "q, rare word",
                Floor.NONE,
                "?q=" + facts.orders().getFirst(),
                sheet.worded(facts.orders().getFirst())));
        return all;
    }

    private static Ask ask(String parameters) {
        return Ask.get("/api/conversations" + parameters);
    }

    private Question status(String status, State... states) {
        return question("status " + status, Floor.PROMPT, "?status=" + status, Sheet.states(states));
    }

    private Question question(String name, Floor floor, String parameters, String where) {
        return Question.of(CALL, name, floor, ask(parameters), sheet.page(where, NEWEST, LIMIT), sheet.count(where));
    }
}
