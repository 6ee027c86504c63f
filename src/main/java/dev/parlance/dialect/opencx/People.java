package dev.parlance.dialect.opencx;

import dev.parlance.conversation.JsonText;
import dev.parlance.dialect.Wild;
import dev.parlance.journal.Draft;
import java.util.Optional;
import java.util.regex.Pattern;

/// What requests say of contacts.
final class People {
    /// Nothing said.
    static final Draft.ContactDraft NOBODY =
            new Draft.ContactDraft(null, null, null, null, null, null, null, null, null, null);

    private static final int LONGEST = 320;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private People() {}

    /// Members that are absent are left as they are; `avatar_url` is accepted and not kept.
    ///
    /// @param phone the phone's name, which differs from call to call
    static Draft.ContactDraft read(Wild contact, String phone) {
        contact.find("avatar_url", Wild::findText);
        return new Draft.ContactDraft(
                null,
                null,
                contact.find("name", name -> name.findText(LONGEST)).orElse(null),
                contact.find("email", People::findEmail).orElse(null),
                contact.find(phone, number -> number.findText(LONGEST)).orElse(null),
                contact.<JsonText>find("custom_data", PlainData::findChange).orElse(null),
                null,
                null,
                null,
                null);
    }

    private static Optional<String> findEmail(Wild value) {
        boolean email = value.node().isString()
                && value.node().stringValue().length() <= LONGEST
                && EMAIL.matcher(value.node().stringValue()).matches();
        return email ? Optional.of(value.node().stringValue()) : value.mistake("email", "an e-mail address");
    }
}
