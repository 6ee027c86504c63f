@NullMarked
package dev.parlance.intake.format;

import org.jspecify.annotations.NullMarked;
