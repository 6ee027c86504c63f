package dev.parlance.store;

import dev.parlance.conversation.TenantId;
import java.util.ArrayList;
import java.util.List;

/// Words as literals of tsvector, each led by the tenant as in `'7 refund'`. One tsvector holds a megabyte
/// at most, so that many words take several.
final class WordVectors {
    /// In characters, each of at most three bytes in UTF-8.
    static final int MOST_CHARACTERS = 250_000;

    private WordVectors() {}

    /// What every stored word of the tenant begins with.
    static String lead(TenantId tenant) {
        return tenant.value() + " ";
    }

    static List<String> of(TenantId tenant, List<String> words) {
        List<String> vectors = new ArrayList<>();
        StringBuilder vector = new StringBuilder();
        for (String word : words) {
            if (vector.length() > MOST_CHARACTERS) {
                vectors.add(vector.toString());
                vector.setLength(0);
            }
            vector.append('\'').append(lead(tenant));
            append(vector, word);
            vector.append("' ");
        }
        if (!vector.isEmpty()) {
            vectors.add(vector.toString());
        }
        return vectors;
    }

    private static void append(StringBuilder vector, String word) {
        for (int i = 0; i < word.length(); i++) {
            char each = word.charAt(i);
            if (each == '\'' || each == '\\') {
                vector.append(each);
            }
            vector.append(each);
        }
    }
}
