package dev.parlance.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// The living documents in one order: by a key, ties by number, rising. Kept in chunks, so that moving a document costs
/// little
/// and the place of any rank is found by adding up a few hundred lengths.
final class Order {
    private static final int CHUNK = 512;

    private final Documents documents;
    private final Documents.Key key;
    private final List<Chunk> chunks = new ArrayList<>();

    Order(Documents documents, Documents.Key key) {
        this.documents = documents;
        this.key = key;
    }

    private static final class Chunk {
        int[] members = new int[CHUNK];
        int size;
    }

    void add(int document) {
        if (chunks.isEmpty()) {
            chunks.add(new Chunk());
        }
        int index = chunkOf(document);
        Chunk chunk = chunks.get(index);
        if (chunk.size == CHUNK) {
            split(index);
            add(document);
            return;
        }
        int at = place(chunk, document);
        System.arraycopy(chunk.members, at, chunk.members, at + 1, chunk.size - at);
        chunk.members[at] = document;
        chunk.size++;
    }

    void remove(int document) {
        int index = chunkOf(document);
        Chunk chunk = chunks.get(index);
        int at = place(chunk, document);
        if (at == chunk.size || chunk.members[at] != document) {
            throw new IllegalStateException("the order has lost a document");
        }
        System.arraycopy(chunk.members, at + 1, chunk.members, at, chunk.size - at - 1);
        chunk.size--;
        if (chunk.size == 0 && chunks.size() > 1) {
            chunks.remove(index);
        }
    }

    int size() {
        int size = 0;
        for (Chunk chunk : chunks) {
            size += chunk.size;
        }
        return size;
    }

    /// How many documents come before the key and number, or are at it.
    int rankAfter(long keyValue, long number) {
        int rank = 0;
        for (Chunk chunk : chunks) {
            if (chunk.size > 0 && compare(chunk.members[chunk.size - 1], keyValue, number) > 0) {
                return rank + firstAbove(chunk, keyValue, number);
            }
            rank += chunk.size;
        }
        return rank;
    }

    /// Visits the documents from `rank` upwards until `visitor` says no.
    void rise(int rank, IntPredicate visitor) {
        int skip = rank;
        for (Chunk chunk : chunks) {
            for (int i = Math.min(skip, chunk.size); i < chunk.size; i++) {
                if (!visitor.test(chunk.members[i])) {
                    return;
                }
            }
            skip = Math.max(0, skip - chunk.size);
        }
    }

    /// Visits the `rank` first documents downwards until `visitor` says no.
    void fall(int rank, IntPredicate visitor) {
        int skip = size() - rank;
        for (int c = chunks.size() - 1; c >= 0; c--) {
            Chunk chunk = chunks.get(c);
            for (int i = chunk.size - 1 - Math.min(skip, chunk.size); i >= 0; i--) {
                if (!visitor.test(chunk.members[i])) {
                    return;
                }
            }
            skip = Math.max(0, skip - chunk.size);
        }
    }

    private void split(int index) {
        Chunk full = chunks.get(index);
        // A full last chunk is left full: documents usually come in rising order.
        int keep = index == chunks.size() - 1 ? CHUNK * 15 / 16 : CHUNK / 2;
        Chunk upper = new Chunk();
        upper.size = full.size - keep;
        System.arraycopy(full.members, keep, upper.members, 0, upper.size);
        full.size = keep;
        Arrays.fill(full.members, keep, CHUNK, 0);
        chunks.add(index + 1, upper);
    }

    /// The first chunk whose last member is not before the document, or the last chunk.
    private int chunkOf(int document) {
        long keyValue = key.of(document);
        long number = documents.number(document);
        int low = 0;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            Chunk chunk = chunks.get(middle);
            if (compare(chunk.members[chunk.size - 1], keyValue, number) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int place(Chunk chunk, int document) {
        long keyValue = key.of(document);
        long number = documents.number(document);
        int low = 0;
        int high = chunk.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(chunk.members[middle], keyValue, number) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstAbove(Chunk chunk, long keyValue, long number) {
        int low = 0;
        int high = chunk.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(chunk.members[middle], keyValue, number) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int document, long keyValue, long number) {
        int byKey = Long.compare(key.of(document), keyValue);
        return byKey != 0 ? byKey : Long.compare(documents.number(document), number);
    }
}
