package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A statement and its values, which travel as one. Values are bound, never glued in.
record Sql(String text, List<Object> values) {
    Sql {
        values = List.copyOf(values);
    }

    static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /// An array to bind, of a PostgreSQL element type such as `int8`.
    record Values(String type, List<?> elements) {
        Values {
            elements = List.copyOf(elements);
        }
    }

    /// This statement, then the other.
    Sql and(Sql other) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(other.values);
        return new Sql(text + " " + other.text, all);
    }

    Sql and(String more, Object... moreValues) {
        return and(of(more, moreValues));
    }

    /// Asks inside a transaction.
    <T> T ask(Connection connection, Results<T> results) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            bind(statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                return results.read(rows);
            }
        }
    }

    /// Asks outside a transaction with the tenant in force, in one trip: both statements run as one implicit
    /// transaction.
    <T> T ask(Connection connection, TenantId tenant, Results<T> results) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('parlance.tenant', ?, true); " + text)) {
            statement.setString(1, Integer.toString(tenant.value()));
            bind(statement, 2);
            statement.execute();
            statement.getMoreResults();
            try (@Nullable ResultSet rows = statement.getResultSet()) {
                return results.read(Objects.requireNonNull(rows));
            }
        }
    }

    /// Changes rows inside a transaction and says how many.
    int change(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            bind(statement, 1);
            return statement.executeUpdate();
        }
    }

    void bind(PreparedStatement statement, int first) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(statement, first + i, values.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Values array) {
            Object[] elements = array.elements().stream().map(Sql::stored).toArray();
            Array bound = statement.getConnection().createArrayOf(array.type(), elements);
            statement.setArray(index, bound);
        } else {
            statement.setObject(index, stored(value));
        }
    }

    /// Enums are stored by the position in which they are declared; those lists only grow at the end.
    @SuppressWarnings("EnumOrdinal")
    private static Object stored(Object value) {
        if (value instanceof Enum<?> word) {
            return word.ordinal();
        }
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}
