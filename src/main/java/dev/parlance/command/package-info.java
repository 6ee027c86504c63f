/// The commands: what people type, and the wiring behind it.
@NullMarked
package dev.parlance.command;

import org.jspecify.annotations.NullMarked;
