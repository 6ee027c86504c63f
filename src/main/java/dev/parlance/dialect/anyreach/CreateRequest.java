package dev.parlance.dialect.anyreach;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Mistakes;
import dev.parlance.dialect.Wild;
import dev.parlance.http.Request;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The body of `POST /core/conversations`. Members that it does not know are ignored, as the vendor does.
record CreateRequest(
        @Nullable UUID id,
        Medium channel,
        String user,
        AgentReference agent,
        @Nullable String agentNumber,
        Email email,
        @Nullable String initialContext,
        @Nullable JsonText customMetadata) {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST_NAME = 512;
    private static final Map<String, Medium> CHANNELS =
            Arrays.stream(Medium.values()).collect(Collectors.toUnmodifiableMap(Medium::word, Function.identity()));

    /// Of an e-mail conversation.
    record Email(
            @Nullable String to,
            @Nullable String from,
            @Nullable String subject) {}

    /// Reads the body.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static CreateRequest read(Request request) {
        Given body = Body.of(request);
        Optional<Medium> channel = channel(body);
        String user = name(body, "user_id", Optional.of(body.text("user_id"))).orElse("");
        if (channel.equals(Optional.of(Medium.TELEPHONE))
                && !user.isEmpty()
                && !PHONE.matcher(user).matches()) {
            body.mistake("user_id", "phone_number", "a phone number such as +46701740605 on the channel telephone");
        }
        CreateRequest create = new CreateRequest(
                body.find("id").flatMap(Wild::findUuid).orElse(null),
                channel.orElse(Medium.TEXT),
                user,
                AgentReference.read(body),
                name(body, "agent_number", body.findText("agent_number")).orElse(null),
                email(body, channel),
                body.findText("initial_context").orElse(null),
                body.find("custom_metadata").flatMap(AgentConfig::findObject).orElse(null));
        channel.ifPresent(given -> create.checkAgent(body, given));
        body.check();
        return create;
    }

    private static Optional<Medium> channel(Given body) {
        Optional<String> word = Optional.of(body.text("channel")).filter(given -> !given.isEmpty());
        Optional<Medium> channel = word.map(CHANNELS::get);
        if (word.isPresent() && channel.isEmpty()) {
            body.mistake(
                    "channel",
                    "enum",
                    Mistakes.oneOf(
                            Arrays.stream(Medium.values()).map(Medium::word).toList()));
        }
        return channel;
    }

    private static Optional<String> name(Given body, String member, Optional<String> text) {
        if (text.isPresent() && text.get().length() > LONGEST_NAME) {
            body.mistake(member, "string_too_long", "text of at most " + LONGEST_NAME + " characters");
        }
        return text;
    }

    private static Email email(Given body, Optional<Medium> channel) {
        Optional<String> to = address(body, "to_address");
        if (channel.equals(Optional.of(Medium.EMAIL)) && body.find("to_address").isEmpty()) {
            body.mistake("to_address", "missing", "an e-mail address on the channel email");
        }
        Optional<String> from = address(body, "from_address");
        return new Email(
                to.orElse(null), from.orElse(null), body.findText("subject").orElse(null));
    }

    private static Optional<String> address(Given body, String member) {
        Optional<String> address = name(body, member, body.findText(member));
        if (address.isPresent() && !ADDRESS.matcher(address.get()).matches()) {
            body.mistake(member, "email", "an e-mail address");
        }
        return address;
    }

    /// Telephone needs a number or a stored agent, the others need an agent.
    private void checkAgent(Given body, Medium given) {
        boolean known = agent instanceof AgentReference.Stored || agent instanceof AgentReference.Version;
        boolean enough = given == Medium.TELEPHONE
                ? known || agentNumber != null
                : AgentReference.NAMES.stream().anyMatch(name -> body.find(name).isPresent());
        if (!enough) {
            String accepted = given == Medium.TELEPHONE
                    ? "given, or agent_version_id or agent_number, on the channel telephone"
                    : "given, or agent_version_id or agent_config, on the channel " + given.word();
            body.mistake("agent_id", "missing", accepted);
        }
    }
}
