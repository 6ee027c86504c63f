package dev.parlance.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// The documents that have one value. Documents are only ever added, in rising order. A short list is kept as an array,
/// because most values, such as a contact's id, have only a few.
final class Posting {
    private static final int SHORT = 16;

    private int[] few = new int[1];
    private int count;
    private @Nullable RoaringBitmap many;

    void add(int document) {
        if (many != null) {
            many.add(document);
        } else if (count == SHORT) {
            many = RoaringBitmap.bitmapOf(few);
            many.add(document);
            few = new int[0];
        } else {
            if (count == few.length) {
                few = Arrays.copyOf(few, Math.min(SHORT, few.length * 2));
            }
            few[count++] = document;
        }
    }

    /// The documents; not to be changed.
    RoaringBitmap documents() {
        return many == null ? RoaringBitmap.bitmapOf(Arrays.copyOf(few, count)) : many;
    }

    void addTo(RoaringBitmap all) {
        if (many == null) {
            for (int i = 0; i < count; i++) {
                all.add(few[i]);
            }
        } else {
            all.or(many);
        }
    }
}
