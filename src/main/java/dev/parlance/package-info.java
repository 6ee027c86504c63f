/// Parlance, a self-hosted conversation server. `Main` lists its commands and wires it.
@NullMarked
package dev.parlance;

import org.jspecify.annotations.NullMarked;
