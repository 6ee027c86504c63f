/// What is known of conversations beyond what was said: language, summary, sentiment, closure; found out after a turn,
/// beside the writes.
@NullMarked
package dev.parlance.understanding;

import org.jspecify.annotations.NullMarked;
