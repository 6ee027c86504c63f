@NullMarked
package dev.parlance.intake;

import org.jspecify.annotations.NullMarked;
