package dev.parlance.bench;

import static dev.parlance.conversation.State.RESOLVED;

import dev.parlance.bench.Question.Floor;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.State;
import dev.parlance.query.Marks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `POST /chat/sessions/filter`.
record OpenCxQuestions(Facts facts, Sheet sheet) {
    private static final String CALL = "opencx filter";
    private static final String NEWEST = "activity_at desc";

    static List<Question> all(Facts facts) {
        return new OpenCxQuestions(facts, Sheet.openCx(facts.tenant())).questions();
    }

    private List<Question> questions() {
        List<Question> all = new ArrayList<>();
        all.add(question("plain page", Floor.PLAIN, "", "true"));
        all.add(question("status open", Floor.PROMPT, "\"status\":[\"open\"]", Sheet.states(open())));
        all.add(question(
                "status closed_resolved", Floor.PROMPT, "\"status\":[\"closed_resolved\"]", Sheet.states(RESOLVED)));
        all.add(question(
                "status closed_unresolved",
                Floor.PROMPT,
                "\"status\":[\"closed_unresolved\"]",
                Sheet.states(unresolved())));
        all.add(tag("tag, common", World.COMMON_TAG));
        all.add(tag("tag, middle", World.MIDDLE_TAG));
        all.add(tag("tag of old rows only", World.OLD_TAG));
        all.add(custom("custom_data, common", "{\"plan\":\"free\"}"));
        all.add(custom("custom_data, rare", "{\"build\":77}"));
        all.add(uniqueCustom());
        all.add(threeFilters());
        all.add(deep());
        all.add(created("desc"));
        all.add(created("asc"));
        all.add(words("search, common word", World.COMMON_WORD));
        all.add(words("search, middle word", World.MIDDLE_WORD));
        all.add(words("search, rare word", facts.orders().getFirst()));
        return all;
    }

    private static State[] open() {
        return Arrays.stream(State.values()).filter(state -> !state.ended()).toArray(State[]::new);
    }

    private static State[] unresolved() {
        return Arrays.stream(State.values())
                .filter(state -> state.ended() && state != RESOLVED)
                .toArray(State[]::new);
    }

    private Question question(String name, Floor floor, String filters, String where) {
        return Question.of(CALL, name, floor, ask(filters, ""), sheet.page(where, NEWEST, 25));
    }

    private static Ask ask(String filters, String more) {
        return Ask.post("/chat/sessions/filter", "{\"filters\":{" + filters + "}" + more + "}");
    }

    private Question tag(String name, String tag) {
        return question(name, Floor.PROMPT, "\"tags\":[\"" + tag + "\"]", sheet.marked(Marks.tag(tag)));
    }

    private Question custom(String name, String object) {
        return question(name, Floor.PROMPT, "\"custom_data\":[" + object + "]", sheet.marked(leaf(object)));
    }

    /// The mark of the object's one value.
    private static long leaf(String object) {
        return Marks.telling(new JsonText(object)).iterator().next();
    }

    private Question uniqueCustom() {
        List<Question.Variant> variants = facts.orders().stream()
                .map(order -> "{\"order_id\":\"" + order + "\"}")
                .map(object -> new Question.Variant(
                        ask("\"custom_data\":[" + object + "]", ""),
                        List.of(sheet.page(sheet.marked(leaf(object)), NEWEST, 25))))
                .toList();
        return new Question(CALL, "custom_data, unique", Floor.PROMPT, variants);
    }

    @SuppressWarnings("EnumOrdinal") // as the store keeps it
    private Question threeFilters() {
        String where = sheet.marked(Marks.tag(World.tag(2))) + " and " + Sheet.states(RESOLVED) + " and c.channel = "
                + Channel.EMAIL.ordinal();
        return question(
                "tag, status and channel",
                Floor.PROMPT,
                "\"tags\":[\"" + World.tag(2) + "\"],\"status\":[\"closed_resolved\"],\"channels\":[\"email\"]",
                where);
    }

    private Question deep() {
        int page = facts.depth() / 25;
        return Question.of(
                CALL,
                "offset " + page * 25,
                Floor.PROMPT,
                ask("", ",\"page\":" + (page + 1) + ",\"limit\":25"),
                sheet.page("true", NEWEST, 25, page * 25));
    }

    private Question created(String way) {
        return Question.of(
                CALL,
                "by created_at " + way,
                Floor.PROMPT,
                ask("", ",\"sort_by\":\"created_at\",\"sort_order\":\"" + way + "\""),
                sheet.page("true", "created_at " + way, 25));
    }

    private Question words(String name, String word) {
        return question(name, Floor.NONE, "\"search\":\"" + word + "\"", sheet.worded(word));
    }
}
