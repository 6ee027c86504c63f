@NullMarked
package dev.parlance.dialect.parrotmob;

import org.jspecify.annotations.NullMarked;
