package dev.parlance.dialect.parlance;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.Sentiment;
import dev.parlance.intake.record.Members;
import dev.parlance.intake.record.PartyReader;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Deed.Forget.Said;
import dev.parlance.journal.Deed.Schedule.Part;
import dev.parlance.journal.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The body of `PATCH /v1/conversations/{conversation_id}`: a member that is absent stays, null takes away what was
/// there. Custom data and the contact are added to member by member; null takes a member of custom data away.
final class Description {
    private static final Map<String, Said> SAID = Map.of(
            "subject", Said.SUBJECT,
            "summary", Said.SUMMARY,
            "outcome", Said.OUTCOME,
            "language", Said.LANGUAGE,
            "sentiment", Said.SENTIMENT,
            "ai_closure_type", Said.AI_CLOSURE,
            "custom_data", Said.CUSTOM_DATA);
    private static final Map<String, Part> SCHEDULE =
            Map.of("scheduled_at", Part.SCHEDULED, "expires_at", Part.EXPIRES, "inaction_ttl", Part.INACTION_TTL);

    private final Members members;
    private final List<Deed> deeds = new ArrayList<>();

    private Description(Members members) {
        this.members = members;
    }

    /// Reads the body.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static List<Deed> read(JsonNode body) {
        Members members = Members.of(body);
        Description description = new Description(members);
        description.words();
        description.sayNoMore();
        description.schedule();
        Draft.ContactDraft contact = new PartyReader(members).contact();
        if (contact != null) {
            description.deeds.add(new Deed.Meet(contact));
        }
        members.check();
        return description.deeds;
    }

    private void words() {
        Deed.Describe words = new Deed.Describe(
                members.text("subject"),
                members.text("summary"),
                members.text("outcome"),
                members.name("language"),
                members.word("sentiment", Sentiment.values()),
                members.word("ai_closure_type", AiClosure.values()));
        if (!words.equals(new Deed.Describe(null, null, null, null, null, null))) {
            deeds.add(words);
        }
    }

    private void sayNoMore() {
        Set<Said> said = EnumSet.noneOf(Said.class);
        SAID.forEach((name, one) -> {
            if (members.isNull(name)) {
                said.add(one);
            }
        });
        if (!said.isEmpty()) {
            deeds.add(new Deed.Forget(said));
        }
        JsonText given = members.object("custom_data");
        if (given != null) {
            deeds.add(new Deed.AddCustomData(given));
        }
    }

    private void schedule() {
        Instant scheduled = members.instant("scheduled_at");
        Instant expires = members.instant("expires_at");
        Integer inactionTtl = members.count("inaction_ttl");
        Set<Part> parts = EnumSet.noneOf(Part.class);
        SCHEDULE.forEach((name, part) -> {
            if (members.has(name) || members.isNull(name)) {
                parts.add(part);
            }
        });
        if (!parts.isEmpty()) {
            deeds.add(new Deed.Schedule(scheduled, expires, inactionTtl, parts));
        }
    }
}
