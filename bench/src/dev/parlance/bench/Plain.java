package dev.parlance.bench;

import dev.parlance.store.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL without Parlance, as the owner of everything.
record Plain(String url, String user, String password) {
    Plain(EmbeddedPostgres postgres) {
        this(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    void run(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    /// The first column of every row, as text.
    List<String> list(String question) throws SQLException {
        try (Connection connection = connect();
                Statement open = connection.createStatement();
                ResultSet rows = open.executeQuery(question)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    String one(String question) throws SQLException {
        List<String> found = list(question);
        if (found.isEmpty()) {
            throw new SQLException("nothing answers " + question);
        }
        return found.getFirst();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url + "?currentSchema=parlance", user, password);
    }
}
