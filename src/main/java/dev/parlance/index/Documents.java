package dev.parlance.index;

import dev.parlance.conversation.Conversation;
import dev.parlance.query.InstantField;
import dev.parlance.query.NumberField;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The numbers of every document, in columns. A document is one version of a conversation and is never changed: a newer
/// version is a new document, and the old one is dead.
final class Documents {
    static final long MISSING = Long.MIN_VALUE;

    /// A column that documents are ordered by.
    @FunctionalInterface
    interface Key {
        long of(int document);
    }

    private final long[][] instants = new long[InstantField.values().length][1024];
    private final long[][] numbers = new long[NumberField.values().length][1024];
    private final Map<Long, Integer> byNumber = new HashMap<>();
    private int count;

    /// Keeps the conversation's numbers as a new document, the newest version of it.
    int add(Conversation conversation) {
        int document = count++;
        for (InstantField field : InstantField.values()) {
            put(instants, column(field), document, micros(field.of(conversation)));
        }
        for (NumberField field : NumberField.values()) {
            Long value = field.of(conversation);
            put(numbers, column(field), document, value == null ? MISSING : value);
        }
        byNumber.put(conversation.number(), document);
        return document;
    }

    int count() {
        return count;
    }

    /// The newest version of a conversation, -1 when there is none.
    int find(long number) {
        return byNumber.getOrDefault(number, -1);
    }

    long number(int document) {
        return value(NumberField.NUMBER, document);
    }

    long value(NumberField field, int document) {
        return numbers[column(field)][document];
    }

    long value(InstantField field, int document) {
        return instants[column(field)][document];
    }

    static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
    }

    private static void put(long[][] columns, int column, int document, long value) {
        if (document == columns[column].length) {
            columns[column] = Arrays.copyOf(columns[column], document * 2);
        }
        columns[column][document] = value;
    }

    @SuppressWarnings("EnumOrdinal") // a place in an array that lives as long as the enum
    private static int column(Enum<?> field) {
        return field.ordinal();
    }
}
