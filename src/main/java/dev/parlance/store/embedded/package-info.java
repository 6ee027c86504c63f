/// A real PostgreSQL that lives in the data directory. `EmbeddedPostgres` starts it from the binaries on the class
/// path, shares it between the processes that use the same directory, and stops it with the last of them.
@NullMarked
package dev.parlance.store.embedded;

import org.jspecify.annotations.NullMarked;
