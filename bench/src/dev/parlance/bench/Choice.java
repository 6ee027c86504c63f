package dev.parlance.bench;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Values with weights.
record Choice<T>(List<T> values, double[] weights) {
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Choice<T> of(Weighted<T>... all) {
        return new Choice<>(
                Arrays.stream(all).map(Weighted::value).toList(),
                Arrays.stream(all).mapToDouble(Weighted::weight).toArray());
    }

    record Weighted<T>(T value, double weight) {}

    static <T> Weighted<T> weigh(T value, double weight) {
        return new Weighted<>(value, weight);
    }

    T draw(RandomGenerator random) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double wanted = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            wanted -= weights[i];
            if (wanted < 0) {
                return values.get(i);
            }
        }
        return values.getLast();
    }
}
