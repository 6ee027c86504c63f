/// Parrot Mob's API v2: conversations of an account, listed page by page or all in one stream, begun, sent to,
/// cancelled.
@NullMarked
package dev.parlance.dialect.parrotmob;

import org.jspecify.annotations.NullMarked;
