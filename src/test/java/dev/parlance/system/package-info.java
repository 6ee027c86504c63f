/// Parlance as its users run it: real processes on data directories of their own, asked over HTTP.
@NullMarked
package dev.parlance.system;

import org.jspecify.annotations.NullMarked;
