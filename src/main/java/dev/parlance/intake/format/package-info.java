/// Files as streams of records: NDJSON, JSON, CSV, plain or compressed, of any size in constant memory.
@NullMarked
package dev.parlance.intake.format;

import org.jspecify.annotations.NullMarked;
