/// The API of OpenCX: chat sessions by filter, and the reverse lookup of what AI replies used.
@NullMarked
package dev.parlance.dialect.opencx;

import org.jspecify.annotations.NullMarked;
