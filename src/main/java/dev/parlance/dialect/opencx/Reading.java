package dev.parlance.dialect.opencx;

import dev.parlance.dialect.Wild;
import dev.parlance.query.Filter;

/// How one member of `filters` is understood. What is wrong is noted in the value; the filter does not count then.
@FunctionalInterface
interface Reading {
    Filter read(Wild value);
}
