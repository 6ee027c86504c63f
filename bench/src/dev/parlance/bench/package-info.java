/// Measures Parlance: makes a large archive, asks the running server everything its calls can be asked, and PostgreSQL
/// the same beside it.
@NullMarked
package dev.parlance.bench;

import org.jspecify.annotations.NullMarked;
