package dev.parlance.store;

import dev.parlance.conversation.AiClosure;
import dev.parlance.conversation.Channel;
import dev.parlance.conversation.Direction;
import dev.parlance.conversation.Sentiment;
import dev.parlance.conversation.StableId;
import dev.parlance.conversation.State;
import dev.parlance.conversation.TenantId;
import dev.parlance.query.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// How a field is stored, and so how it is compared: values that it can never hold fall away.
sealed interface Column {
    /// The value is one of these.
    Sql among(TenantId tenant, Set<String> values);

    Sql present(TenantId tenant);

    static Column of(Field field) {
        return switch (field) {
            case STATE -> new Word("c.state", List.of(State.values()));
            case CHANNEL -> new Word("c.channel", List.of(Channel.values()));
            case CHANNEL_ACCOUNT -> new Id("c.channel_account_id");
            case WORKSPACE -> new Id("c.workspace_id");
            case DIRECTION -> new Word("c.direction", List.of(Direction.values()));
            case SENTIMENT -> new Word("c.sentiment", List.of(Sentiment.values()));
            case AI_CLOSURE -> new Word("c.ai_closure", List.of(AiClosure.values()));
            case LANGUAGE -> new Text("c.language");
            case ASSIST_MODE -> new Flag("c.assist_mode");
            case SUPPORT_REQUIRED -> new Flag("c.support_required");
            case ATTENTION -> new Flag("(c.open_attention > 0)");
            case HANDED_OFF -> new Flag("c.handed_off");
            case CONTACT -> new Id("c.contact_id");
            case COMPANY -> new OfContact(new Id("k.company_id"));
            case COMPANY_NAME -> new CompanyName();
            case CONTACT_DOMAIN -> new OfContact(new Text("k.email_domain"));
            case TEAM -> new Id("c.team_id");
            case ASSIGNEE -> new Text("c.assignee_id");
            case AGENT -> new Id("c.agent_id");
            case AGENT_VERSION -> new Text("c.agent_version_id");
            case WEB_WIDGET -> new Text("c.web_widget_id");
            case AUDIENCE_MEMBERSHIP -> new Text("c.audience_membership_id");
            case CONVERSATION_GRAPH -> new Text("c.conversation_graph_id");
            case TICKETING_SYSTEM -> new Text("c.ticketing_name");
            case TICKET -> new Text("c.ticket_id");
        };
    }

    private static Sql any(String column, String type, List<?> values) {
        return values.isEmpty() ? Sql.of("false") : Sql.of(column + " = any(?)", new Sql.Values(type, values));
    }

    /// An enum, by its position.
    record Word(String column, List<? extends Enum<?>> words) implements Column {
        @Override
        public Sql among(TenantId tenant, Set<String> values) {
            List<? extends Enum<?>> matching = words.stream()
                    .filter(word -> values.contains(word.name().toLowerCase(Locale.ROOT)))
                    .toList();
            return any(column, "int2", matching);
        }

        @Override
        public Sql present(TenantId tenant) {
            return Sql.of(column + " is not null");
        }
    }

    record Id(String column) implements Column {
        @Override
        public Sql among(TenantId tenant, Set<String> values) {
            return any(column, "uuid", values.stream().filter(Id::isCanonical).toList());
        }

        @Override
        public Sql present(TenantId tenant) {
            return Sql.of(column + " is not null");
        }

        private static boolean isCanonical(String value) {
            return StableId.isUuid(value) && value.equals(value.toLowerCase(Locale.ROOT));
        }
    }

    record Text(String column) implements Column {
        @Override
        public Sql among(TenantId tenant, Set<String> values) {
            return any(column, "text", Text.storable(values));
        }

        @Override
        public Sql present(TenantId tenant) {
            return Sql.of(column + " is not null");
        }

        private static List<String> storable(Set<String> values) {
            return values.stream().filter(value -> value.indexOf('\0') < 0).toList();
        }
    }

    record Flag(String column) implements Column {
        @Override
        public Sql among(TenantId tenant, Set<String> values) {
            List<Boolean> flags = Stream.of(true, false)
                    .filter(flag -> values.contains(flag.toString()))
                    .toList();
            return any(column, "bool", flags);
        }

        @Override
        public Sql present(TenantId tenant) {
            return Sql.of("true");
        }
    }

    /// A column of the conversation's contact.
    record OfContact(Column column) implements Column {
        @Override
        public Sql among(TenantId tenant, Set<String> values) {
            return contacts(tenant, column.among(tenant, values));
        }

        @Override
        public Sql present(TenantId tenant) {
            return contacts(tenant, column.present(tenant));
        }

        private static Sql contacts(TenantId tenant, Sql condition) {
            return Sql.of("c.contact_id in (select k.id from contact k where k.tenant_id = ? and", tenant.value())
                    .and(condition)
                    .and(")");
        }
    }

    record CompanyName() implements Column {
        @Override
        public Sql among(TenantId tenant, Set<String> values) {
            Sql names = new Text("o.name").among(tenant, values);
            return OfContact.contacts(
                    tenant,
                    Sql.of("k.company_id in (select o.id from company o where o.tenant_id = ? and", tenant.value())
                            .and(names)
                            .and(")"));
        }

        @Override
        public Sql present(TenantId tenant) {
            return OfContact.contacts(tenant, Sql.of("k.company_id is not null"));
        }
    }
}
