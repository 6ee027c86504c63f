package dev.parlance.store;

import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows for a statement that takes the tenant and then one array for each column, as `unnest` does: one trip for any
/// number of rows. COPY would be its rival, but row security forbids it.
final class Columns {
    private final List<List<@Nullable Object>> columns = new ArrayList<>();
    private int rows;

    boolean isEmpty() {
        return rows == 0;
    }

    int rows() {
        return rows;
    }

    /// Adds a row. Enums go by position; UUIDs, instants and JSON as text, for the statement to cast.
    void add(@Nullable Object... row) {
        for (int i = 0; i < row.length; i++) {
            if (rows == 0) {
                columns.add(new ArrayList<>());
            }
            columns.get(i).add(plain(row[i]));
        }
        rows++;
    }

    /// Runs the statement, unless there are no rows.
    void change(Connection connection, TenantId tenant, String statement) throws SQLException {
        if (rows > 0) {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                bind(prepared, tenant);
                prepared.executeUpdate();
            }
        }
    }

    /// Asks with the rows, even if there are none.
    <T> T ask(Connection connection, TenantId tenant, String statement, Results<T> results) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, tenant);
            try (var found = prepared.executeQuery()) {
                return results.read(found);
            }
        }
    }

    private void bind(PreparedStatement statement, TenantId tenant) throws SQLException {
        statement.setInt(1, tenant.value());
        for (int i = 0; i < columns.size(); i++) {
            statement.setArray(i + 2, array(statement.getConnection(), columns.get(i)));
        }
    }

    /// Arrays of exactly these Java types travel in binary form.
    private static java.sql.Array array(Connection connection, List<@Nullable Object> column) throws SQLException {
        Object example = column.stream().filter(Objects::nonNull).findFirst().orElse("");
        return switch (example) {
            case Long number -> connection.createArrayOf("int8", column.toArray(Long[]::new));
            case Integer number -> connection.createArrayOf("int4", column.toArray(Integer[]::new));
            case Boolean flag -> connection.createArrayOf("bool", column.toArray(Boolean[]::new));
            default -> connection.createArrayOf("text", column.toArray(String[]::new));
        };
    }

    @SuppressWarnings("EnumOrdinal")
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> word -> word.ordinal();
            case UUID id -> id.toString();
            case Instant instant -> instant.toString();
            case JsonText json -> json.text();
            default -> value;
        };
    }

    /// Texts as the literal of one array, for columns that are arrays themselves.
    static String literal(Collection<String> texts) {
        return texts.stream()
                .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining("\",\"", texts.isEmpty() ? "{" : "{\"", texts.isEmpty() ? "}" : "\"}"));
    }
}
