@org.jspecify.annotations.NullMarked
package dev.parlance.dialect.ohallo;
