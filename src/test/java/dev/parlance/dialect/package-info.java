/// Tests of what the dialects share.
@NullMarked
package dev.parlance.dialect;

import org.jspecify.annotations.NullMarked;
