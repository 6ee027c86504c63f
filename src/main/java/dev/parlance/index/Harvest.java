package dev.parlance.index;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Postings while a whole index is built: documents come in rising order, and nothing is read before the end.
final class Harvest {
    /// For each value its first documents, led by their count.
    private int[][] few = {};
    private @Nullable RoaringBitmap[] many = {};

    void add(int number, int document) {
        if (number >= few.length) {
            grow(Math.max(number + 1, few.length * 2));
        }
        RoaringBitmap set = many[number];
        if (set != null) {
            set.add(document);
        } else {
            addToFew(number, document);
        }
    }

    private void grow(int size) {
        int before = few.length;
        few = Arrays.copyOf(few, size);
        Arrays.fill(few, before, size, Posting.NOBODY);
        many = Arrays.copyOf(many, size);
    }

    private void addToFew(int number, int document) {
        int[] list = few[number];
        if (list.length == 0) {
            few[number] = new int[] {1, document};
            return;
        }
        int count = list[0];
        if (list[count] == document) {
            return;
        }
        if (count == Posting.MOST_FEW) {
            RoaringBitmap set = RoaringBitmap.bitmapOf(Arrays.copyOfRange(list, 1, count + 1));
            set.add(document);
            many[number] = set;
            few[number] = Posting.NOBODY;
            return;
        }
        if (count + 1 == list.length) {
            list = Arrays.copyOf(list, Math.min(Posting.MOST_FEW + 1, 2 * list.length));
            few[number] = list;
        }
        list[++list[0]] = document;
    }

    /// Gives every posting out, with the number of its value.
    void giveOut(ObjIntConsumer<Posting> taker) {
        for (int number = 0; number < few.length; number++) {
            int[] list = few[number];
            RoaringBitmap set = many[number];
            if (list.length > 0) {
                taker.accept(new Few(Arrays.copyOfRange(list, 1, list[0] + 1)), number);
            } else if (set != null) {
                set.runOptimize();
                set.trim();
                taker.accept(Many.of(set), number);
            }
            few[number] = Posting.NOBODY;
            many[number] = null;
        }
    }
}
