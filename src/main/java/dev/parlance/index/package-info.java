/// The in-memory index that answers queries; follows the journal.
@NullMarked
package dev.parlance.index;

import org.jspecify.annotations.NullMarked;
