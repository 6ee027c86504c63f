/// Tests of the server over real sockets, and what other tests need to run one.
@NullMarked
package dev.parlance.http;

import org.jspecify.annotations.NullMarked;
