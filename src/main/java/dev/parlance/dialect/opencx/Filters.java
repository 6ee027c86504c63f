package dev.parlance.dialect.opencx;

import static dev.parlance.dialect.opencx.Readings.customData;
import static dev.parlance.dialect.opencx.Readings.during;
import static dev.parlance.dialect.opencx.Readings.ids;
import static dev.parlance.dialect.opencx.Readings.oneOf;
import static dev.parlance.dialect.opencx.Readings.since;
import static dev.parlance.dialect.opencx.Readings.texts;
import static dev.parlance.dialect.opencx.Readings.textsOrDigits;
import static dev.parlance.dialect.opencx.Readings.until;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Sentiment;
import dev.parlance.dialect.Wild;
import dev.parlance.problem.Mistake;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The members of `filters`. The vendor publishes no names: the first one of each is ours, the others are accepted
/// because the vendor's own dashboard or a client uses them. Members combine with AND.
final class Filters {
    static final List<Member> MEMBERS = List.of(
            member(during(InstantField.CREATED), "date", "date_range", "dateRange", "created_at", "createdAt"),
            member(since(InstantField.CREATED), "created_after", "createdAfter"),
            member(until(InstantField.CREATED), "created_before", "createdBefore"),
            member(since(InstantField.UPDATED), "updated_after", "updatedAfter"),
            member(until(InstantField.UPDATED), "updated_before", "updatedBefore"),
            member(since(InstantField.ACTIVITY), "last_message_after", "lastMessageAfter"),
            member(until(InstantField.ACTIVITY), "last_message_before", "lastMessageBefore"),
            member(
                    oneOf(Field.CHANNEL, List.of(Channel.values()), Channel::word),
                    "channels",
                    "channel",
                    "channel_type",
                    "channel_types",
                    "channelType",
                    "channelTypes"),
            member(Readings::status, "status", "statuses"),
            member(
                    oneOf(Field.AI_CLOSURE, List.of(AiClosure.values()), AiClosure::word),
                    "ai_closure_type",
                    "ai_closure_types",
                    "ai_closure",
                    "aiClosure",
                    "aiClosureType",
                    "aiClosureTypes"),
            member(oneOf(Field.SENTIMENT, List.of(Sentiment.values()), Sentiment::word), "sentiment", "sentiments"),
            member(Readings::tags, "tags", "tag"),
            member(
                    textsOrDigits(Field.ASSIGNEE),
                    "assignees",
                    "assignee",
                    "assignee_id",
                    "assignee_ids",
                    "assigneeId",
                    "assigneeIds"),
            member(
                    ids(Field.TEAM, "team"),
                    "teams",
                    "team",
                    "team_id",
                    "team_ids",
                    "teamId",
                    "teamIds",
                    "teamsIds",
                    "group_ids",
                    "groupIds"),
            member(
                    ids(Field.CONTACT, "contact"),
                    "contacts",
                    "contact",
                    "contact_id",
                    "contact_ids",
                    "contactId",
                    "contactIds"),
            member(texts(Field.LANGUAGE), "language", "languages"),
            member(customData(Filter.Owner.CONVERSATION), "custom_data", "customData"),
            member(customData(Filter.Owner.CONTACT), "contact_custom_data", "contactCustomData"),
            member(Readings::ticketNumber, "ticket_number", "ticketNumber"),
            member(Readings::search, "search"),
            member(Readings::handedOff, "handed_off", "handedOff"),
            member(Readings::ticketingSystem, "ticketing_system", "ticketingSystem"),
            member(
                    texts(Field.CONTACT_DOMAIN, Readings::lower),
                    "contact_domains",
                    "contact_domain",
                    "contactDomain",
                    "contactDomains",
                    "consumerDomains"),
            member(
                    texts(Field.COMPANY_NAME),
                    "contact_companies",
                    "contact_company",
                    "contactCompany",
                    "contactCompanies",
                    "consumerCompanies"));

    private static final Set<String> NAMES =
            MEMBERS.stream().flatMap(member -> member.names().stream()).collect(Collectors.toSet());
    private static final String LISTING =
            MEMBERS.stream().map(member -> member.names().getFirst()).collect(Collectors.joining(", "));

    private Filters() {}

    /// One thing to ask for: its names, ours first, and how its value is understood.
    record Member(List<String> names, Reading reading) {}

    static Filter read(Wild filters) {
        if (filters.isNothing() || !filters.isStorable()) {
            return Filter.EVERYTHING;
        }
        filters.isObjectOf(NAMES, LISTING);
        List<Filter> all = new ArrayList<>();
        MEMBERS.forEach(member -> readMember(filters, member, all));
        return new Filter.All(all);
    }

    private static void readMember(Wild filters, Member member, List<Filter> all) {
        List<Wild> given = member.names().stream()
                .filter(filters.node()::has)
                .map(filters::member)
                .toList();
        if (given.size() > 1) {
            String names = String.join(", ", given.stream().map(Wild::path).toList());
            filters.mistakes()
                    .add(Mistake.Place.BODY, given.getFirst().path(), "twice", names + " are the same; give one");
        }
        given.stream()
                .filter(value -> !value.isNothing())
                .forEach(value -> all.add(member.reading().read(value)));
    }

    private static Member member(Reading reading, String... names) {
        return new Member(List.of(names), reading);
    }
}
