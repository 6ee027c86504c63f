/// Every change of a tenant's data: commands, the writer that numbers them, and those who follow.
@NullMarked
package dev.parlance.journal;

import org.jspecify.annotations.NullMarked;
