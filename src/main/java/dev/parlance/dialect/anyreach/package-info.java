/// Anyreach's core API: conversations of an organization, answered as a bare array.
@NullMarked
package dev.parlance.dialect.anyreach;

import org.jspecify.annotations.NullMarked;
