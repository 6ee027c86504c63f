/// Server, routing, JSON codec, problem reporting, rate limits. Knows no vendor.
@NullMarked
package dev.parlance.http;

import org.jspecify.annotations.NullMarked;
