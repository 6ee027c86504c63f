package dev.parlance.index;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/// The documents by each word in them, words in order, so that all that begin alike stand together.
final class Vocabulary {
    private final NavigableMap<String, Posting> byWord = new TreeMap<>();

    void add(String word, int document) {
        byWord.computeIfAbsent(word, none -> new Posting()).add(document);
    }

    /// The documents with a word that begins with `start`.
    RoaringBitmap beginningWith(String start) {
        RoaringBitmap all = new RoaringBitmap();
        for (Map.Entry<String, Posting> each : byWord.tailMap(start, true).entrySet()) {
            if (!each.getKey().startsWith(start)) {
                break;
            }
            each.getValue().addTo(all);
        }
        return all;
    }
}
