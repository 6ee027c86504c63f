package dev.parlance.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The schema's history. Servers that start at once migrate once: Flyway holds a lock in the database.
final class Migrations {
    static final String SCHEMA = "parlance";
    static final String ROLE = "parlance_app";

    private Migrations() {}

    static void apply(DatabaseAddress address) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(address.jdbcUrl(), address.user(), address.password())
                    .locations("classpath:dev/parlance/store/migrations")
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .connectRetries(5)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException("The database could not be migrated: " + firstLine(e));
        }
    }

    private static String firstLine(FlywayException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines()
                .filter(line -> !line.isBlank())
                .limit(6)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
