/// JSON in our own words: import records to drafts and rows to import records, and filters, with all mistakes named.
@NullMarked
package dev.parlance.intake.record;

import org.jspecify.annotations.NullMarked;
