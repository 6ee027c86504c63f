package dev.parlance.index;

import org.roaringbitmap.RoaringBitmap;

/// The documents by each word in them, as of one moment. Words stand in order too, so that all that begin alike are
/// found together.
///
/// @param inOrder the numbers of the words, by their bytes
record Vocabulary(Postings postings, Order inOrder) {
    /// The documents with a word that begins with `start`, and some that are no longer those of a conversation; not to
    /// be changed.
    RoaringBitmap beginningWith(String start) {
        byte[] bytes = Spelling.word(start).bytes();
        Spellings spellings = postings.dictionary().spellings();
        int from = inOrder.rank(word -> spellings.compare(bytes, word));
        Union all = new Union();
        inOrder.rise(from, (words, first, end) -> {
            for (int i = first; i < end; i++) {
                if (!spellings.beginsWith(words[i], bytes)) {
                    return false;
                }
                postings.of(words[i]).addTo(all);
            }
            return true;
        });
        return all.all();
    }
}
