@org.jspecify.annotations.NullMarked
package dev.parlance.tenant;
