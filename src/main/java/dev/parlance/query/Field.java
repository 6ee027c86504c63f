package dev.parlance.query;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.Named;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What can be asked for by equality. Every value is text: an enum's word, a UUID in lower case, `true` or `false`, or
/// the
/// text itself, compared exactly.
public enum Field {
    STATE(c -> c.state().word()),
    CHANNEL(c -> c.channel().word()),
    CHANNEL_ACCOUNT(c -> c.channelAccount().id().toString()),
    WORKSPACE(c -> c.workspace().id().toString()),
    DIRECTION(c -> c.direction().word()),
    SENTIMENT(c ->
            c.standing().sentiment() == null ? null : c.standing().sentiment().word()),
    AI_CLOSURE(c ->
            c.standing().aiClosure() == null ? null : c.standing().aiClosure().word()),
    LANGUAGE(c -> c.words().language()),
    ASSIST_MODE(c -> Boolean.toString(c.standing().assistMode())),
    SUPPORT_REQUIRED(c -> Boolean.toString(c.standing().supportRequired())),
    /// Whether an attention item is open.
    ATTENTION(c -> Boolean.toString(c.standing().openAttention() > 0)),
    HANDED_OFF(c -> Boolean.toString(c.handoff() != null)),
    CONTACT(c -> c.contact() == null ? null : c.contact().id().toString()),
    COMPANY(c -> company(c, company -> company.id().toString())),
    COMPANY_NAME(c -> company(c, Named::name)),
    /// The part of the contact's e-mail after the last `@`, in lower case.
    CONTACT_DOMAIN(c -> c.contact() == null ? null : domain(c.contact().email())),
    TEAM(c -> c.team() == null ? null : c.team().id().toString()),
    ASSIGNEE(c -> c.links().assigneeId()),
    AGENT(c -> text(c.agent().id())),
    AGENT_VERSION(c -> c.agent().versionId()),
    WEB_WIDGET(c -> c.links().webWidgetId()),
    AUDIENCE_MEMBERSHIP(c -> c.links().audienceMembershipId()),
    CONVERSATION_GRAPH(c -> c.links().conversationGraphId()),
    TICKETING_SYSTEM(
            c -> c.ticketingSystem() == null ? null : c.ticketingSystem().name()),
    TICKET(c -> c.ticketingSystem() == null ? null : c.ticketingSystem().externalId());

    private final Function<Conversation, @Nullable String> value;

    Field(Function<Conversation, @Nullable String> value) {
        this.value = value;
    }

    /// The conversation's value, null when it has none.
    public @Nullable String of(Conversation conversation) {
        return value.apply(conversation);
    }

    /// The domain of an e-mail address, null when there is none.
    public static @Nullable String domain(@Nullable String email) {
        int at = email == null ? -1 : email.lastIndexOf('@');
        return email == null || at < 0 ? null : email.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String company(Conversation conversation, Function<Named, String> value) {
        Contact contact = conversation.contact();
        return contact == null || contact.company() == null ? null : value.apply(contact.company());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
