package dev.parlance.index;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/// The documents by each word in them. Words stand in order too, so that all that begin alike are found together; only
/// a new
/// word has to find its place there.
final class Vocabulary {
    private final Map<String, Posting> byWord = new HashMap<>();
    private final NavigableMap<String, Posting> inOrder = new TreeMap<>();

    void add(String word, int document) {
        Posting posting = byWord.get(word);
        if (posting == null) {
            posting = new Posting();
            byWord.put(word, posting);
            inOrder.put(word, posting);
        }
        posting.add(document);
    }

    /// The documents with a word that begins with `start`.
    RoaringBitmap beginningWith(String start) {
        RoaringBitmap all = new RoaringBitmap();
        for (Map.Entry<String, Posting> each : inOrder.tailMap(start, true).entrySet()) {
            if (!each.getKey().startsWith(start)) {
                break;
            }
            each.getValue().addTo(all);
        }
        return all;
    }
}
