/// What a conversation is: records, states, channels, ids. Uses nothing of ours.
@NullMarked
package dev.parlance.conversation;

import org.jspecify.annotations.NullMarked;
