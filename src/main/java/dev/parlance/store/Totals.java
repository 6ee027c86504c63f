package dev.parlance.store;

import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.UseKind;
import dev.parlance.journal.Settled;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What changed conversations add to the totals of resources, and what they take away.
final class Totals {
    private final Map<Resource, Sum> sums = new TreeMap<>();

    record Resource(ResourceType type, String id) implements Comparable<Resource> {
        @Override
        public int compareTo(Resource other) {
            int order = type.compareTo(other.type);
            return order == 0 ? id.compareTo(other.id) : order;
        }
    }

    /// A signed sum. `narrowed` when uses at the edges of a time span went away, so that the span may have shrunk.
    record Sum(
            long conversations,
            long appliedConversations,
            long appliedReplies,
            long availableConversations,
            long availableReplies,
            long handoffs,
            Instant first,
            Instant last,
            boolean narrowed) {
        private static Sum of(UseKind kind, UseTally.Count count) {
            long applied = kind == UseKind.APPLIED ? 1 : 0;
            long replies = count.replies();
            return new Sum(
                    1,
                    applied,
                    applied * replies,
                    1 - applied,
                    (1 - applied) * replies,
                    0,
                    count.first(),
                    count.last(),
                    false);
        }

        private Sum plus(Sum other) {
            return new Sum(
                    conversations + other.conversations,
                    appliedConversations + other.appliedConversations,
                    appliedReplies + other.appliedReplies,
                    availableConversations + other.availableConversations,
                    availableReplies + other.availableReplies,
                    handoffs + other.handoffs,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    narrowed || other.narrowed);
        }

        /// Both kinds of one conversation are one conversation.
        private Sum inOneConversation(boolean handedOff) {
            return new Sum(
                    1,
                    appliedConversations,
                    appliedReplies,
                    availableConversations,
                    availableReplies,
                    handedOff ? 1 : 0,
                    first,
                    last,
                    narrowed);
        }

        private Sum gone(boolean narrows) {
            return new Sum(
                    -conversations,
                    -appliedConversations,
                    -appliedReplies,
                    -availableConversations,
                    -availableReplies,
                    -handoffs,
                    first,
                    last,
                    narrows);
        }

        private boolean covers(Sum other) {
            return !first.isAfter(other.first) && !last.isBefore(other.last);
        }
    }

    void add(Slot slot) {
        Map<Resource, Sum> after = of(slot.after());
        Map<Resource, Sum> before = slot.before() == null ? Map.of() : of(slot.before());
        before.forEach((resource, sum) -> {
            Sum now = after.get(resource);
            if (!sum.equals(now)) {
                sums.merge(resource, sum.gone(now == null || !now.covers(sum)), Sum::plus);
            }
        });
        after.forEach((resource, sum) -> {
            if (!sum.equals(before.get(resource))) {
                sums.merge(resource, sum, Sum::plus);
            }
        });
    }

    private static Map<Resource, Sum> of(Settled settled) {
        Map<Resource, Sum> sums = new HashMap<>();
        UseTally.of(settled.messages())
                .forEach((key, count) ->
                        sums.merge(new Resource(key.type(), key.resourceId()), Sum.of(key.kind(), count), Sum::plus));
        boolean handedOff = settled.conversation().handoff() != null;
        sums.replaceAll((resource, sum) -> sum.inOneConversation(handedOff));
        return sums;
    }

    Map<Resource, Sum> sums() {
        return sums;
    }
}
