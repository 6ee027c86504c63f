package dev.parlance.dialect.ohallo;

import dev.parlance.dialect.Given;
import dev.parlance.http.Request;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of `POST /api/conversations/compose`: who is written to, from where, and what. Ids as sent.
record ComposeRequest(
        String workspace,
        String channel,
        Addressee addressee,
        @Nullable String subject,
        String content) {
    private static final Predicate<String> EMAIL =
            Pattern.compile("[^@\\s]+@[^@\\s]+").asMatchPredicate();
    private static final Predicate<String> PHONE =
            Pattern.compile("\\+[1-9][0-9]{1,14}").asMatchPredicate();

    /// A contact that is known, or somebody of this e-mail or phone.
    record Addressee(
            @Nullable String contact,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String name) {}

    /// Reads the body.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static ComposeRequest read(Request request) {
        Given body = Given.of(request);
        ComposeRequest compose = new ComposeRequest(
                body.text("workspaceId"),
                body.text("channelId"),
                addressee(body),
                body.findText("subject").orElse(null),
                body.text("content"));
        body.check();
        return compose;
    }

    private static Addressee addressee(Given body) {
        Optional<String> contact = body.findText("contactId");
        Optional<String> email = email(body, "contactEmail");
        Optional<String> phone = body.findText("contactPhone");
        if (phone.isPresent() && !PHONE.test(phone.get())) {
            body.mistake("contactPhone", "phone", "a phone number such as +43664123456");
        }
        boolean sought = body.find("contactEmail").isPresent()
                || body.find("contactPhone").isPresent();
        if (body.find("contactId").isPresent() == sought) {
            body.mistake("contactId", "one", "given, or else contactEmail or contactPhone, and not both");
        }
        String name = body.findText("contactName").orElse(null);
        return new Addressee(contact.orElse(null), email.orElse(null), phone.orElse(null), name);
    }

    /// An e-mail address; what is none is noted.
    static Optional<String> email(Given body, String name) {
        Optional<String> email = body.findText(name);
        if (email.isPresent() && !EMAIL.test(email.get())) {
            body.mistake(name, "email", "an e-mail address");
        }
        return email;
    }
}
