package dev.parlance.index;

import dev.parlance.query.Field;
import dev.parlance.query.TextField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// One tenant's conversations, by every value and in every order, as of one moment. It never changes, so that it is
/// read
/// without a lock; [Indexer] makes the next one.
///
/// @param texts for each [TextField] its values
record TenantIndex(Documents documents, Postings postings, Vocabulary words, List<Listing.Written> texts) {
    /// How many conversations there are.
    int size() {
        return documents.size();
    }

    /// The documents of all conversations; like all that is given here, not to be changed.
    RoaringBitmap living() {
        return with(Spelling.living());
    }

    RoaringBitmap with(Spelling value) {
        return postings.of(value).documents();
    }

    /// The documents that have any value.
    RoaringBitmap present(Field field) {
        return with(Spelling.present(field));
    }

    /// The documents whose text has the folded part in it.
    @SuppressWarnings("EnumOrdinal") // a place in a list that lives no longer than the enum
    RoaringBitmap containing(TextField field, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        Listing.Written values = texts.get(field.ordinal());
        Spellings spellings = postings.dictionary().spellings();
        Union all = new Union();
        for (int i = 0; i < values.count(); i++) {
            int value = (int) values.values().get(i);
            if (spellings.contains(value, 1, bytes)) {
                postings.of(value).addTo(all);
            }
        }
        return all.all();
    }
}
