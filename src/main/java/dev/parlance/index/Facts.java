package dev.parlance.index;

import dev.parlance.conversation.Contact;
import dev.parlance.conversation.Conversation;
import dev.parlance.conversation.JsonText;
import dev.parlance.journal.Feed;
import dev.parlance.query.Field;
import dev.parlance.query.Filter;
import dev.parlance.query.Leaves;
import dev.parlance.query.TextField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is true of a conversation besides its numbers and words, each as the number of a value: fields, texts, tags,
/// the
/// leaves of custom data, and uses.
final class Facts {
    private static final int REMEMBERED = 1_024;
    private static final int LONGEST_REMEMBERED = 2_048;

    private final PostingsPen postings;
    private final Map<Data, int[]> leaves = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Data, int[]> eldest) {
            return size() > REMEMBERED;
        }
    };
    private int[] draft = new int[64];
    private int count;

    Facts(PostingsPen postings) {
        this.postings = postings;
    }

    private record Data(Filter.Owner owner, String text) {}

    /// All of them as rising numbers, with those of `kept` that are uses.
    int[] of(Feed.Subject subject, int[] kept) {
        count = 0;
        Conversation conversation = subject.conversation();
        for (Field field : Field.values()) {
            String value = field.of(conversation);
            if (value != null) {
                add(Spelling.of(field, value));
            }
        }
        for (TextField field : TextField.values()) {
            String value = field.of(conversation);
            if (value != null) {
                add(Spelling.of(field, TextField.folded(value)));
            }
        }
        conversation.tags().forEach(tag -> add(Spelling.tag(tag)));
        Contact contact = conversation.contact();
        addLeaves(Filter.Owner.CONVERSATION, conversation.customData());
        addLeaves(Filter.Owner.CONTACT, contact == null ? null : contact.customData());
        addUses(subject.uses(), kept);
        return rising();
    }

    private void addUses(Set<Feed.Use> uses, int[] kept) {
        uses.forEach(use -> add(Spelling.of(use)));
        for (int fact : kept) {
            if (Spelling.isUse(postings.dictionary().spellings().first(fact))) {
                add(fact);
            }
        }
    }

    private void addLeaves(Filter.Owner owner, @Nullable JsonText customData) {
        if (customData == null) {
            return;
        }
        Data data = new Data(owner, customData.text());
        int[] known = leaves.get(data);
        if (known == null) {
            known = Leaves.of(customData).stream()
                    .mapToInt(leaf -> postings.number(Spelling.leaf(owner, leaf)))
                    .toArray();
            if (data.text().length() <= LONGEST_REMEMBERED) {
                leaves.put(data, known);
            }
        }
        for (int leaf : known) {
            add(leaf);
        }
    }

    private void add(Spelling value) {
        add(postings.number(value));
    }

    private void add(int fact) {
        if (count == draft.length) {
            draft = Arrays.copyOf(draft, count * 2);
        }
        draft[count++] = fact;
    }

    private int[] rising() {
        Arrays.sort(draft, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (distinct == 0 || draft[i] != draft[distinct - 1]) {
                draft[distinct++] = draft[i];
            }
        }
        return Arrays.copyOf(draft, distinct);
    }
}
