package dev.parlance.dialect.parrotmob;

import dev.parlance.conversation.State;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Request;
import dev.parlance.journal.Draft;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Reads the body of `POST .../conversations`: every member may be absent.
final class ConversationReader {
    private static final String MEMBERSHIP = "audience_membership";
    private static final String MEMBERSHIP_ID = "audience_membership_id";
    private static final String GRAPH = "conversation_graph_id";
    private static final String SCHEDULED = "scheduled_at";
    private static final String EXPIRES = "expires_at";
    private static final String TTL = "inaction_ttl";

    private ConversationReader() {}

    /// What the body asks for. One that is scheduled for later is `scheduled`, any other is `ready`.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static NewConversation read(Request request, Instant now) {
        Given body = Given.of(request);
        body.only(Set.of(MEMBERSHIP, MEMBERSHIP_ID, GRAPH, SCHEDULED, EXPIRES, TTL));
        Member member = member(body).orElse(null);
        String graph = body.findFilledText(GRAPH).orElse(null);
        Draft.Times times = times(body);
        body.check();
        boolean later = times.scheduled() != null && times.scheduled().isAfter(now);
        return new NewConversation(member, graph, times, later ? State.SCHEDULED : State.READY);
    }

    private static Optional<Member> member(Given body) {
        Optional<String> id = body.findFilledText(MEMBERSHIP_ID);
        Optional<Member> member = body.find(MEMBERSHIP).flatMap(Member::read);
        if (id.isPresent() && body.find(MEMBERSHIP).isPresent()) {
            body.mistake(MEMBERSHIP_ID, "one", "absent beside " + MEMBERSHIP);
        }
        return member.or(() -> id.map(given -> new Member(given, null)));
    }

    private static Draft.Times times(Given body) {
        Optional<Instant> scheduled = body.find(SCHEDULED).flatMap(Wild::findInstant);
        Optional<Instant> expires = body.find(EXPIRES).flatMap(Wild::findInstant);
        Optional<Long> ttl = body.find(TTL).flatMap(given -> given.findInteger(1, Integer.MAX_VALUE));
        if (scheduled.isPresent() && expires.isPresent() && !expires.get().isAfter(scheduled.get())) {
            body.mistake(EXPIRES, "order", "later than " + SCHEDULED);
        }
        return new Draft.Times(
                null,
                null,
                scheduled.orElse(null),
                expires.orElse(null),
                ttl.map(Long::intValue).orElse(null));
    }
}
