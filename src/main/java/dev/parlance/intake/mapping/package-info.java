/// Foreign records to import records, by JSONata expressions: the bundled ones and the user's own.
@NullMarked
package dev.parlance.intake.mapping;

import org.jspecify.annotations.NullMarked;
