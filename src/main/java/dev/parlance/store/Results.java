package dev.parlance.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Reads a statement's rows.
@FunctionalInterface
interface Results<T> {
    T read(ResultSet rows) throws SQLException;
}
