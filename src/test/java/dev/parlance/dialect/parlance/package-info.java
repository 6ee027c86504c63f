@org.jspecify.annotations.NullMarked
package dev.parlance.dialect.parlance;
