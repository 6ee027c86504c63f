package dev.parlance.store;

import dev.parlance.conversation.Instants;
import dev.parlance.conversation.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row's columns in the order of the select list, one after the other.
final class Cells {
    private final ResultSet row;
    private int last;

    Cells(ResultSet row) {
        this.row = row;
    }

    String text() throws SQLException {
        return Objects.requireNonNull(findText());
    }

    @Nullable
    String findText() throws SQLException {
        return row.getString(++last);
    }

    UUID id() throws SQLException {
        return Objects.requireNonNull(findId());
    }

    @Nullable
    UUID findId() throws SQLException {
        return row.getObject(++last, UUID.class);
    }

    int whole() throws SQLException {
        return row.getInt(++last);
    }

    long number() throws SQLException {
        return row.getLong(++last);
    }

    @Nullable
    Long findNumber() throws SQLException {
        long value = row.getLong(++last);
        return row.wasNull() ? null : value;
    }

    @Nullable
    Integer findWhole() throws SQLException {
        int value = row.getInt(++last);
        return row.wasNull() ? null : value;
    }

    boolean flag() throws SQLException {
        return row.getBoolean(++last);
    }

    Instant instant() throws SQLException {
        return Objects.requireNonNull(findInstant());
    }

    @Nullable
    Instant findInstant() throws SQLException {
        OffsetDateTime value = row.getObject(++last, OffsetDateTime.class);
        return value == null ? null : Instants.micros(value.toInstant());
    }

    JsonText json() throws SQLException {
        return new JsonText(text());
    }

    @Nullable
    JsonText findJson() throws SQLException {
        String text = findText();
        return text == null ? null : new JsonText(text);
    }

    String[] texts() throws SQLException {
        return (String[]) row.getArray(++last).getArray();
    }

    <E extends Enum<E>> E word(E[] words) throws SQLException {
        return words[whole()];
    }

    <E extends Enum<E>> @Nullable E findWord(E[] words) throws SQLException {
        Integer position = findWhole();
        return position == null ? null : words[position];
    }
}
