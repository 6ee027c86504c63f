/// Tenants, tokens, permissions and limits: the one door to a tenant's data.
@NullMarked
package dev.parlance.tenant;

import org.jspecify.annotations.NullMarked;
