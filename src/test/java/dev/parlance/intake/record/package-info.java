@NullMarked
package dev.parlance.intake.record;

import org.jspecify.annotations.NullMarked;
