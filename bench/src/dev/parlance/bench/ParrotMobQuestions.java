package dev.parlance.bench;

import static dev.parlance.conversation.State.ACTIVE;
import static dev.parlance.conversation.State.CANCELLED;
import static dev.parlance.conversation.State.EXPIRED;
import static dev.parlance.conversation.State.FAILED;
import static dev.parlance.conversation.State.HUMAN_MANAGED;
import static dev.parlance.conversation.State.NEW;
import static dev.parlance.conversation.State.READY;
import static dev.parlance.conversation.State.RESOLVED;
import static dev.parlance.conversation.State.RINGING;
import static dev.parlance.conversation.State.SCHEDULED;
import static dev.parlance.conversation.State.TOKEN_CREATED;
import static dev.parlance.conversation.State.TRANSFERRED;
import static dev.parlance.conversation.State.TRIGGERED;
import static dev.parlance.conversation.State.UNANSWERED;
import static dev.parlance.conversation.State.UNRESOLVED;
import static dev.parlance.conversation.State.WAITING;

import dev.parlance.bench.Question.Floor;
import dev.parlance.conversation.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `GET /api/v2/accounts/{account_id}/conversations`, which always tells the exact total.
record ParrotMobQuestions(Facts facts, Sheet sheet) {
    private static final String CALL = "parrotmob";
    private static final String NEWEST = "created_at desc";
    private static final int LIMIT = 50;

    static List<Question> all(Facts facts) {
        return new ParrotMobQuestions(facts, Sheet.parrotMob(facts.tenant())).questions();
    }

    private List<Question> questions() {
        List<Question> all = new ArrayList<>();
        all.add(Question.of(
                CALL, "plain page (SQL without total)", Floor.PLAIN, ask(""), sheet.page("true", NEWEST, LIMIT)));
        all.add(question("plain page", "", "true"));
        all.add(status("scheduled", SCHEDULED));
        all.add(status("ready", READY, TOKEN_CREATED, TRIGGERED));
        all.add(status("running", RINGING, NEW, ACTIVE, WAITING, HUMAN_MANAGED));
        all.add(status("completed", RESOLVED, UNRESOLVED, TRANSFERRED));
        all.add(status("cancelled", UNANSWERED, FAILED, CANCELLED));
        all.add(status("expired", EXPIRED));
        all.add(status(
                "any_terminal",
                Arrays.stream(State.values()).filter(State::ended).toArray(State[]::new)));
        all.add(question("support_required true", "?support_required=true", "c.support_required"));
        all.add(question("support_required false", "?support_required=false", "not c.support_required"));
        all.add(membership());
        all.add(ordered("inserted_at_asc", "created_at asc"));
        all.add(ordered("updated_at_desc", "updated_at desc"));
        all.add(ordered("updated_at_asc", "updated_at asc"));
        all.add(Question.of(
                CALL,
                "offset " + facts.depth(),
                Floor.PROMPT,
                ask("?offset=" + facts.depth()),
                sheet.page("true", NEWEST, LIMIT, facts.depth()),
                sheet.count("true")));
        return all;
    }

    private Ask ask(String parameters) {
        return Ask.get("/api/v2/accounts/" + facts.publicId() + "/conversations" + parameters);
    }

    private Question question(String name, String parameters, String where) {
        return Question.of(
                CALL, name, Floor.PROMPT, ask(parameters), sheet.page(where, NEWEST, LIMIT), sheet.count(where));
    }

    private Question status(String status, State... states) {
        return question("status " + status, "?status=" + status, Sheet.states(states));
    }

    private Question membership() {
        List<Question.Variant> variants = facts.memberships().stream()
                .map(membership -> {
                    String where = "c.audience_membership_id = '" + membership + "'";
                    Ask ask = ask("?status=any_terminal&order_by=updated_at_desc&audience_membership_id=" + membership);
                    where += " and "
                            + Sheet.states(Arrays.stream(State.values())
                                    .filter(State::ended)
                                    .toArray(State[]::new));
                    return new Question.Variant(
                            ask, List.of(sheet.page(where, "updated_at desc", LIMIT), sheet.count(where)));
                })
                .toList();
        return new Question(CALL, "a membership's history", Floor.PROMPT, variants);
    }

    private Question ordered(String name, String order) {
        return Question.of(
                CALL,
                "order_by " + name,
                Floor.PROMPT,
                ask("?order_by=" + name),
                sheet.page("true", order, LIMIT),
                sheet.count("true"));
    }
}
