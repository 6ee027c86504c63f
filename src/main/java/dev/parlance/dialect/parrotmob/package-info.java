/// Parrot Mob's API v2: conversations of an account, page by page or all in one stream.
@NullMarked
package dev.parlance.dialect.parrotmob;

import org.jspecify.annotations.NullMarked;
