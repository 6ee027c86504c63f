/// PostgreSQL: migrations, rows to records, filters to SQL. The only package that sees JDBC.
@NullMarked
package dev.parlance.store;

import org.jspecify.annotations.NullMarked;
