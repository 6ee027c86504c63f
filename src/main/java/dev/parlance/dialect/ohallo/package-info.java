/// The API of OHallo: conversations and their life, attention items, workspaces, channels, contacts and accounts.
@NullMarked
package dev.parlance.dialect.ohallo;

import org.jspecify.annotations.NullMarked;
