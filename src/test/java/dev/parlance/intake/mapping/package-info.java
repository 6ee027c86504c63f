@NullMarked
package dev.parlance.intake.mapping;

import org.jspecify.annotations.NullMarked;
