/// The closed list of what can go wrong for a caller. Thrown by name, rendered by each dialect in its vendor's shape.
@NullMarked
package dev.parlance.problem;

import org.jspecify.annotations.NullMarked;
