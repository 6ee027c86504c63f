@org.jspecify.annotations.NullMarked
package dev.parlance.understanding;
