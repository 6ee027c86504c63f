/// Importing: formats, mappings, progress, the report of bad records.
@NullMarked
package dev.parlance.intake;

import org.jspecify.annotations.NullMarked;
