package dev.parlance.index;

import java.util.Arrays;
import java.util.Comparator;
import org.roaringbitmap.RoaringBitmap;

/// The one who changes a [Vocabulary]. Words are only added to a document; which were taken away cannot be told by less
/// than all documents of each word. So a document that lost any is given up, and another takes its place. Those that
/// were given up are swept out little by little, to be used again.
final class VocabularyPen {
    private static final int SWEPT_AT_ONCE = 128;
    private static final int LEAST_TO_SWEEP = 512;

    private final PostingsPen postings = new PostingsPen();
    private final Longs.Pen counts = new Longs.Pen(Longs.EMPTY);
    private Order inOrder = Order.EMPTY;
    private int ordered;
    private boolean harvesting;
    private RoaringBitmap retired = new RoaringBitmap();
    private RoaringBitmap sweeping = new RoaringBitmap();
    private int swept;

    /// From now until [#written] documents come in rising order.
    void harvest() {
        postings.harvest();
        harvesting = true;
    }

    /// The number of a word, a new one if need be.
    int number(String word) {
        return postings.number(Spelling.word(word));
    }

    /// Whether the words, all that the document has now, leave out any that it had when all was last written.
    boolean lost(int document, int[] words) {
        int held = 0;
        for (int word : words) {
            held += postings.holds(word, document) ? 1 : 0;
        }
        return held < count(document);
    }

    /// Adds distinct words to a document.
    void add(int document, int[] words) {
        int added = 0;
        for (int word : words) {
            if (harvesting || !postings.holds(word, document)) {
                postings.add(word, document);
                added++;
            }
        }
        counts.set(document, count(document) + added);
    }

    /// Gives a document up.
    void retire(int document) {
        counts.set(document, Longs.MISSING);
        retired.add(document);
    }

    /// How many documents wait to be swept out.
    int retired() {
        return retired.getCardinality() + sweeping.getCardinality();
    }

    /// Goes on with sweeping. Gives the documents that no word has any more, once all words were seen.
    RoaringBitmap swept(int living) {
        if (sweeping.isEmpty()) {
            if (retired.getCardinality() < LEAST_TO_SWEEP + living / 64) {
                return sweeping;
            }
            sweeping = retired;
            retired = new RoaringBitmap();
            swept = 0;
        }
        int end = Math.min(swept + SWEPT_AT_ONCE, ordered);
        for (; swept < end; swept++) {
            sweep(swept);
        }
        if (swept < ordered) {
            return new RoaringBitmap();
        }
        RoaringBitmap free = sweeping;
        sweeping = new RoaringBitmap();
        return free;
    }

    private void sweep(int word) {
        Posting posting = postings.of(word);
        if (posting instanceof Many many) {
            if (RoaringBitmap.intersects(many.documents(), sweeping)) {
                RoaringBitmap.and(many.documents(), sweeping)
                        .forEach((int document) -> postings.remove(word, document));
            }
        } else {
            posting.documents().forEach((int document) -> {
                if (sweeping.contains(document)) {
                    postings.remove(word, document);
                }
            });
        }
    }

    Vocabulary written() {
        Postings written = postings.written();
        if (harvesting) {
            harvesting = false;
            arrange(written.known());
        }
        Spellings spellings = written.dictionary().spellings();
        for (; ordered < written.known(); ordered++) {
            byte[] word = spellings.copy(ordered);
            inOrder = inOrder.with(other -> spellings.compare(word, other), ordered);
        }
        return new Vocabulary(written, inOrder);
    }

    /// Sorts by the first bytes, and then those that begin alike.
    private void arrange(int known) {
        Spellings spellings = postings.dictionary().spellings();
        int[] words = new int[known];
        long[] beginnings = new long[known];
        for (int word = 0; word < known; word++) {
            words[word] = word;
            beginnings[word] = spellings.beginning(word);
        }
        int[] sorted = Radix.sorted(words, beginnings);
        Comparator<Integer> byBytes = (left, right) -> spellings.compare(spellings.copy(left), right);
        for (int from = 0, to; from < known; from = to) {
            long beginning = spellings.beginning(sorted[from]);
            for (to = from + 1; to < known && spellings.beginning(sorted[to]) == beginning; ) {
                to++;
            }
            if (to - from > 1) {
                int[] alike = Arrays.stream(sorted, from, to)
                        .boxed()
                        .sorted(byBytes)
                        .mapToInt(word -> word)
                        .toArray();
                System.arraycopy(alike, 0, sorted, from, alike.length);
            }
        }
        inOrder = Order.of(sorted);
        ordered = known;
    }

    /// How many words there are that no document has.
    int idle() {
        return postings.idle();
    }

    /// About how much memory all of it takes.
    long bytes() {
        return postings.bytes() + counts.written().bytes() + inOrder.bytes();
    }

    private long count(int document) {
        return Math.max(0, counts.get(document));
    }
}
