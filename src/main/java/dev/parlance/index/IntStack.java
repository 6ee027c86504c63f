package dev.parlance.index;

import java.util.Arrays;

/// Numbers that wait for use, the last one first.
final class IntStack {
    private int[] numbers = new int[16];
    private int count;

    void push(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = number;
    }

    int pop() {
        return numbers[--count];
    }

    boolean isEmpty() {
        return count == 0;
    }
}
