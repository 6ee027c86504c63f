package dev.parlance.dialect.parrotmob;

import dev.parlance.conversation.StableId;
import dev.parlance.dialect.Given;
import dev.parlance.dialect.Wild;
import dev.parlance.journal.Draft;
import dev.parlance.tenant.Access;
import dev.parlance.tenant.Directory;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A member of the account's audience as a body names it: by its membership's id, or by its mobile phone.
record Member(@Nullable String id, @Nullable String phone) {
    private static final Predicate<String> PHONE =
            Pattern.compile("\\+[1-9][0-9]{1,14}").asMatchPredicate();

    /// Reads `{"id"}` or `{"mobile_phone_number"}`.
    static Optional<Member> read(Wild object) {
        if (!object.isObjectOf(Set.of("id", "mobile_phone_number"))) {
            return Optional.empty();
        }
        Given members = Given.of(object);
        Optional<String> id = members.findFilledText("id");
        Optional<String> phone = members.findFilledText("mobile_phone_number");
        if (phone.filter(number -> !number.isEmpty()).isPresent() && !PHONE.test(phone.get())) {
            members.mistake("mobile_phone_number", "phone", "a phone number such as +15551234567");
        }
        if (id.isPresent() == phone.isPresent()) {
            return object.mistake("one", "an object with either id or mobile_phone_number");
        }
        return Optional.of(new Member(id.orElse(null), phone.orElse(null)));
    }

    /// The membership's id. A phone has that under which it talked last, else one that follows from the number.
    String membership(Access access, Directory directory) {
        if (phone == null) {
            return String.valueOf(id);
        }
        return directory
                .findMembership(access, phone)
                .orElseGet(() -> StableId.derived("audience_membership", phone).toString());
    }

    /// Who it is, null when nobody of it is known.
    Draft.@Nullable ContactDraft contact(Access access, Directory directory) {
        String known = id == null
                ? null
                : directory.findMember(access, id).map(UUID::toString).orElse(null);
        return known == null && phone == null
                ? null
                : new Draft.ContactDraft(known, null, null, null, phone, null, null, null, null, null);
    }
}
