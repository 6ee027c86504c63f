package dev.parlance.dialect.opencx;

import dev.parlance.conversation.Author;
import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.State;
import dev.parlance.conversation.Step;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Wild;
import dev.parlance.journal.Deed;
import dev.parlance.journal.Draft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of `POST /chat/sessions/{session_id}/send`.
///
/// @param agent the id of the person who speaks
record SendRequest(
        Author author,
        @Nullable String name,
        String text,
        Attached attached,
        Draft.@Nullable ContactDraft contact,
        @Nullable JsonText customData,
        @Nullable String agent,
        boolean takesOver) {
    /// How long after its end a contact can go on with a session.
    private static final Duration WINDOW = Duration.ofDays(7);

    private static final int LONGEST_NAME = 320;
    private static final Map<String, Author> SENDERS = new LinkedHashMap<>();
    private static final Map<String, Boolean> TYPES = Map.of("text", true);

    static {
        SENDERS.put("contact", Author.CONTACT);
        SENDERS.put("agent", Author.HUMAN);
    }

    /// Reads the body.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static SendRequest read(JsonNode json) {
        Mistakes mistakes = new Mistakes();
        Wild body = Wild.body(json, mistakes);
        Author author = body.find("sender", sender -> sender.findOneOf(SENDERS)).orElse(Author.CONTACT);
        Wild message = body.object("message");
        message.find("type", type -> type.findOneOf(TYPES));
        Optional<String> text = message.find("text", Wild::findText);
        Wild attachments = message.member("attachments");
        if (attachments.isNothing() && isSilent(message.node().path("text"))) {
            message.member("text").mistake("missing", "given when there are no attachments");
        }
        Draft.ContactDraft contact = People.read(body.object("contact"), "phone_number");
        Wild agent = body.object("agent");
        agent.find("avatar_url", Wild::findText);
        SendRequest request = new SendRequest(
                author,
                author == Author.HUMAN ? findName(agent).orElse(null) : contact.name(),
                text.orElse(""),
                Attached.read(attachments),
                contact.equals(People.NOBODY) ? null : contact,
                body.<JsonText>find("custom_data", PlainData::find)
                        .filter(members -> !members.equals(JsonText.NOTHING))
                        .orElse(null),
                agent.find("id", SendRequest::findPerson).orElse(null),
                body.find("should_take_over_session_from_ai", Wild::findBoolean).orElse(false));
        mistakes.check();
        return request;
    }

    private static Optional<String> findName(Wild agent) {
        return agent.find("name", name -> name.findText(LONGEST_NAME));
    }

    private static Optional<String> findPerson(Wild id) {
        Optional<String> text = id.findTextOrDigits();
        boolean fits = text.filter(each -> each.isBlank() || each.length() > LONGEST_NAME)
                .isEmpty();
        return fits ? text : id.mistake("text", "text of 1 to " + LONGEST_NAME + " characters, or an integer");
    }

    private static boolean isSilent(JsonNode text) {
        return text.isMissingNode()
                || text.isNull()
                || (text.isString() && text.stringValue().isBlank());
    }

    List<Deed> deeds() {
        List<Deed> deeds = new ArrayList<>();
        if (author == Author.CONTACT) {
            deeds.add(new Deed.Resume(WINDOW));
        }
        if (contact != null) {
            deeds.add(new Deed.Meet(contact));
        }
        if (customData != null) {
            deeds.add(new Deed.AddCustomData(customData));
        }
        if (takesOver) {
            deeds.add(new Deed.Unless(Set.of(State.HUMAN_MANAGED), List.of(Deed.Move.by(Step.TAKE_OVER))));
        }
        if (takesOver && author == Author.HUMAN && agent != null) {
            deeds.add(new Deed.Assign(agent));
        }
        deeds.addAll(attached.files());
        deeds.add(new Deed.Say(null, author, name, text, attached.attachments(), List.of()));
        return deeds;
    }
}
