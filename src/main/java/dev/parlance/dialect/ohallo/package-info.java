/// The API of OHallo: a tenant's conversations by most recent activity, with their exact count.
@NullMarked
package dev.parlance.dialect.ohallo;

import org.jspecify.annotations.NullMarked;
