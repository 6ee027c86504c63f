/// What happens by itself, at its moment: errands, and the one that lets time pass. Rows in the database say what is
/// due; `store/Errands` has them carried out, on whichever server comes first.
@NullMarked
package dev.parlance.clock;

import org.jspecify.annotations.NullMarked;
