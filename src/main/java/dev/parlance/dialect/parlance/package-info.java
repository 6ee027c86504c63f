/// Our own API under `/v1`: everything that the vendors' dialects do, in one manner, and what vendors keep inside their
/// products.
@NullMarked
package dev.parlance.dialect.parlance;

import org.jspecify.annotations.NullMarked;
