package dev.parlance.bench;

import dev.parlance.bench.Question.Floor;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.State;
import dev.parlance.query.Marks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// `GET /core/conversations`, 25 a page, without the transcript unless the name says otherwise.
record AnyreachQuestions(Facts facts, Sheet sheet) {
    private static final String CALL = "anyreach";
    private static final String NEWEST = "created_at desc";
    private static final String COLUMNS =
            "?limit=25&columns=id,direction,channel,status,user_id,agent_id,agent_version_id,"
                    + "agent_number,web_widget_id,duration,user_turn_count,created_at,updated_at,agent,summary,initial_context,"
                    + "custom_metadata,recording_details";

    static List<Question> all(Facts facts) {
        return new AnyreachQuestions(facts, Sheet.anyreach(facts.tenant())).questions();
    }

    private List<Question> questions() {
        List<Question> all = new ArrayList<>();
        all.add(question("plain page", Floor.PLAIN, "", "true"));
        all.add(transcript());
        all.add(question("direction", Floor.PROMPT, "&direction=outbound", "c.direction = 1"));
        all.add(channel());
        all.add(question(
                "status in_progress",
                Floor.PROMPT,
                "&status=in_progress",
                Sheet.states(State.NEW, State.ACTIVE, State.WAITING, State.HUMAN_MANAGED)));
        all.add(question("status failed", Floor.PROMPT, "&status=failed", Sheet.states(State.FAILED)));
        all.add(question(
                "user_id, part of it",
                Floor.PROMPT,
                "&user_id=" + encoded(part(facts.user())),
                "c.user_id_folded like '%" + part(facts.user()) + "%'"));
        all.add(question(
                "agent_id", Floor.PROMPT, "&agent_id=" + facts.agent(), "c.agent_id = '" + facts.agent() + "'"));
        all.add(question("agent_version_id", Floor.PROMPT, "&agent_version_id=v7", "c.agent_version_id = 'v7'"));
        all.add(question(
                "agent_number, part of it", Floor.PROMPT, "&agent_number=0003", "c.agent_number_folded like '%0003%'"));
        all.add(question("web_widget_id", Floor.PROMPT, "&web_widget_id=widget-1", "c.web_widget_id = 'widget-1'"));
        all.add(question("duration_above", Floor.PROMPT, "&duration_above=200000", "c.duration >= 200000"));
        all.add(question("duration_below", Floor.PROMPT, "&duration_below=10", "c.duration <= 10"));
        all.add(question("user_turn_count_above", Floor.PROMPT, "&user_turn_count_above=12", "c.user_turns >= 12"));
        all.add(question("user_turn_count_below", Floor.PROMPT, "&user_turn_count_below=1", "c.user_turns <= 1"));
        all.add(custom());
        all.add(date("created_after", "c.created_at >="));
        all.add(date("created_before", "c.created_at <="));
        all.add(date("updated_after", "c.updated_at >="));
        all.add(date("updated_before", "c.updated_at <="));
        all.add(deep());
        return all;
    }

    private Question question(String name, Floor floor, String parameters, String where) {
        Ask ask = Ask.get("/core/conversations" + COLUMNS + parameters);
        return Question.of(CALL, name, floor, ask, sheet.page(where, NEWEST, 25));
    }

    private Question transcript() {
        String page = "in (" + sheet.numbers("true", NEWEST, 25, 0) + ") order by number, position";
        String of = " where tenant_id = " + facts.tenant() + " and number " + page;
        return Question.of(
                CALL,
                "plain page with transcripts",
                Floor.PLAIN,
                Ask.get("/core/conversations?limit=25"),
                sheet.page("true", NEWEST, 25),
                "select number, position, id, author, author_name, at, text from message" + of,
                "select number, position, type, resource_id, kind, name, arguments, result, error from resource_use"
                        + of);
    }

    @SuppressWarnings("EnumOrdinal") // as the store keeps it
    private Question channel() {
        return question("channel", Floor.PROMPT, "&channel=webrtc", "c.channel = " + Channel.WEB_VOICE.ordinal());
    }

    private Question custom() {
        String object = "{\"build\":77}";
        long mark = Marks.telling(new JsonText(object)).iterator().next();
        return question("custom_metadata", Floor.PROMPT, "&custom_metadata=" + encoded(object), sheet.marked(mark));
    }

    private Question date(String name, String comparison) {
        String when = facts.deep().getFirst();
        return question(name, Floor.PROMPT, "&" + name + "=" + when, comparison + " '" + when + "'");
    }

    private Question deep() {
        List<Question.Variant> variants = facts.deep().stream()
                .map(when -> new Question.Variant(
                        Ask.get("/core/conversations" + COLUMNS + "&cursor=" + cursor(when)),
                        List.of(sheet.page("c.created_at < '" + when + "'", NEWEST, 25))))
                .toList();
        return new Question(CALL, "cursor " + facts.depth() + " deep", Floor.PROMPT, variants);
    }

    private static String cursor(String when) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(when.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String user) {
        return user.substring(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
