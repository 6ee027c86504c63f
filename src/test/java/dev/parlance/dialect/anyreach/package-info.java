@NullMarked
package dev.parlance.dialect.anyreach;

import org.jspecify.annotations.NullMarked;
