package dev.parlance.query;

import dev.parlance.conversation.Contact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/// Text to words, for writing and for asking alike: Unicode words, lower case, accents folded, CJK text as single
/// characters
/// and pairs, so that both one character and a phrase can be found.
public final class Analyzer {
    private static final int CJK =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
    private static final org.apache.lucene.analysis.Analyzer LUCENE = new org.apache.lucene.analysis.Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(words)));
            return new TokenStreamComponents(words, new CJKBigramFilter(folded, CJK, true));
        }
    };

    private Analyzer() {}

    /// The distinct words by which a contact is found: of its name, e-mail and phone.
    public static List<String> contactWords(@Nullable Contact contact) {
        return contact == null
                ? List.of()
                : words(Stream.of(contact.name(), contact.email(), contact.phone())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
    }

    /// A text in lower case without accents, in which a part is looked for as it is.
    public static String folded(String text) {
        char[] lower = TextField.folded(text).toCharArray();
        char[] plain = new char[lower.length * 4];
        return new String(plain, 0, ASCIIFoldingFilter.foldToASCII(lower, 0, plain, 0, lower.length));
    }

    /// The distinct words of a text, in the order of their first appearance; at most 255 characters each.
    public static List<String> words(String text) {
        LinkedHashSet<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = LUCENE.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(words);
    }
}
