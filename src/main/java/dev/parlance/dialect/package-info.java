/// What every dialect reads and writes in the same way. Each vendor's API is a package below that knows no other.
@NullMarked
package dev.parlance.dialect;

import org.jspecify.annotations.NullMarked;
