package dev.parlance.query;

import dev.parlance.conversation.JsonText;
import dev.parlance.conversation.ResourceType;
import dev.parlance.conversation.UseKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which conversations are meant. A filter is true or false of a conversation, never unknown: a missing value fails
/// every
/// leaf, and so `Not` of that leaf holds. `docs/query.md` has the truth table.
public sealed interface Filter {
    /// Every conversation.
    Filter EVERYTHING = new All(List.of());

    /// No conversation.
    Filter NOTHING = new Any(List.of());

    /// All of the filters hold.
    record All(List<Filter> filters) implements Filter {
        public All {
            filters = List.copyOf(filters);
        }
    }

    /// At least one of the filters holds.
    record Any(List<Filter> filters) implements Filter {
        public Any {
            filters = List.copyOf(filters);
        }
    }

    /// The filter does not hold.
    record Not(Filter filter) implements Filter {}

    /// The field's value is one of these.
    record OneOf(Field field, Set<String> values) implements Filter {
        public OneOf {
            values = Set.copyOf(values);
        }
    }

    /// The field has a value.
    record Present(Field field) implements Filter {}

    /// The moment lies in the span.
    record During(InstantField field, Span span) implements Filter {}

    /// The number is at least `least` and at most `most`; null leaves that side open.
    record Between(
            NumberField field,
            @Nullable Long least,
            @Nullable Long most) implements Filter {}

    /// The text holds `part`, whatever the case; `%`, `_` and `\` mean themselves.
    record Contains(TextField field, String part) implements Filter {}

    /// The conversation has the tag.
    record Tagged(String tag) implements Filter {}

    /// The owner's custom data contains the JSON object as PostgreSQL's `@>` says: every member is there with that
    /// value,
    /// objects inside in the same way, every element of an array somewhere in the array.
    record CustomData(Owner owner, JsonText object) implements Filter {}

    /// Every word begins some word of the conversation: its messages, subject, summary, contact's name, e-mail or
    /// phone.
    /// The words come from [Analyzer].
    record Words(List<String> words) implements Filter {
        public Words {
            words = List.copyOf(words);
        }
    }

    /// Some AI reply in the span used the resource.
    record Used(ResourceType type, String resourceId, UseKind kind, Span span) implements Filter {}

    /// Whose custom data is meant.
    enum Owner {
        CONVERSATION,
        CONTACT
    }

    /// Text to [Words]; text without any word finds nothing.
    static Filter words(String text) {
        List<String> words = Analyzer.words(text);
        return words.isEmpty() ? NOTHING : new Words(words);
    }
}
