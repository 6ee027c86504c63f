package dev.parlance.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Ranks from 0 whose frequency falls with a power of the rank.
final class Zipf {
    private final double[] cumulative;

    Zipf(int ranks, double exponent) {
        cumulative = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += Math.pow(rank + 1.0, -exponent);
            cumulative[rank] = sum;
        }
    }

    int draw(RandomGenerator random) {
        double wanted = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, wanted);
        return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
    }

    /// The whole divided among the ranks; what rounding leaves over goes to the first.
    int[] shares(int whole) {
        int[] shares = new int[cumulative.length];
        int given = 0;
        for (int rank = 0; rank < shares.length; rank++) {
            double weight = cumulative[rank] - (rank == 0 ? 0 : cumulative[rank - 1]);
            shares[rank] = Math.max(1, (int) Math.round(whole * weight / cumulative[cumulative.length - 1]));
            given += shares[rank];
        }
        shares[0] += whole - given;
        return shares;
    }
}
