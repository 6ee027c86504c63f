package dev.parlance.dialect.ohallo;

import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.dialect.Parameters;
import dev.parlance.http.Request;
import dev.parlance.problem.Mistake;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.InstantField;
import dev.parlance.query.Page;
import dev.parlance.query.Query;
import dev.parlance.query.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The query of `GET /api/conversations`. Filters combine with AND; empty values and the text `null` count as absent.
///
/// @param workspace the workspace that was named, as sent
record ListRequest(@Nullable String workspace, Query query) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1000;
    private static final int LONGEST_SEARCH = 1000;
    /// No tenant has more rows; pages further on are as empty.
    private static final long LARGEST_OFFSET = 9_007_199_254_740_991L;

    /// Reads the parameters.
    ///
    /// @throws dev.parlance.problem.Refusal Invalid, with every mistake
    static ListRequest read(Request request) {
        Parameters parameters = new Parameters(request, "null");
        String workspace = parameters.findText("workspaceId").orElse(null);
        Filter filter = new Filter.All(filters(parameters, workspace));
        int limit = (int) parameters.integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        long offset = parameters.integer("offset", 0, 0, Long.MAX_VALUE);
        parameters.check();
        Page page = new Page.Offset(Math.min(offset, LARGEST_OFFSET), limit);
        return new ListRequest(
                workspace,
                Query.of(filter, Sort.newestFirst(InstantField.ACTIVITY), page).counted());
    }

    private static List<Filter> filters(Parameters parameters, @Nullable String workspace) {
        List<Filter> filters = new ArrayList<>();
        if (workspace != null) {
            filters.add(withId(Field.WORKSPACE, workspace));
        }
        parameters.findOneOf("status", Status.BY_WORD).map(ListRequest::in).ifPresent(filters::add);
        ids(parameters, "contactId", Field.CONTACT, filters);
        ids(parameters, "accountId", Field.COMPANY, filters);
        ids(parameters, "channelId", Field.CHANNEL_ACCOUNT, filters);
        Filter human = in(Status.HUMAN_MANAGED);
        parameters
                .findBoolean("humanManaged")
                .map(is -> is ? human : new Filter.Not(human))
                .ifPresent(filters::add);
        parameters.findBoolean("hasAttention").map(ListRequest::attention).ifPresent(filters::add);
        search(parameters, filters);
        return filters;
    }

    private static void ids(Parameters parameters, String name, Field field, List<Filter> filters) {
        parameters.findText(name).map(id -> withId(field, id)).ifPresent(filters::add);
    }

    /// Any text may be an id; what is no UUID is the id of nothing.
    private static Filter withId(Field field, String id) {
        return StableId.isUuid(id) ? new Filter.OneOf(field, Set.of(id.toLowerCase(Locale.ROOT))) : Filter.NOTHING;
    }

    private static Filter in(Status status) {
        return new Filter.OneOf(
                Field.STATE, status.states().stream().map(State::word).collect(Collectors.toSet()));
    }

    private static Filter attention(boolean wanted) {
        Filter some = new Filter.Any(List.of(
                new Filter.OneOf(Field.ATTENTION, Set.of("true")),
                new Filter.OneOf(Field.SUPPORT_REQUIRED, Set.of("true"))));
        return wanted ? some : new Filter.Not(some);
    }

    private static void search(Parameters parameters, List<Filter> filters) {
        String text = parameters.findText("q", "search").orElse("");
        if (text.length() > LONGEST_SEARCH) {
            parameters
                    .mistakes()
                    .mustBe(Mistake.Place.QUERY, "q", "long", "at most " + LONGEST_SEARCH + " characters long");
        } else if (!text.isEmpty()) {
            filters.add(Filter.words(text));
        }
    }
}
