/// What may be asked: a filter tree, an order, a page and what to count. Knows no SQL, no HTTP and no JSON text.
@NullMarked
package dev.parlance.query;

import org.jspecify.annotations.NullMarked;
