@org.jspecify.annotations.NullMarked
package dev.parlance.clock;
