@org.jspecify.annotations.NullMarked
package dev.parlance.agreement;
