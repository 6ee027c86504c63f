package dev.parlance.query;

import dev.parlance.conversation.JsonText;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// Custom data taken apart: one text for each value inside, with its path. Who contains an object has all of its
/// leaves.
public final class Leaves {
    private static final char STEP = '\u001f';
    private static final char VALUE = '\u001e';

    private Leaves() {}

    /// The leaves; positions in arrays do not count, and equal numbers are equal however written.
    public static Set<String> of(JsonText object) {
        Set<String> leaves = new LinkedHashSet<>();
        collect("", object.tree(), true, leaves::add);
        return leaves;
    }

    /// The leaves without those of objects and arrays that hold something: nearly everyone has these, and the others
    /// imply them.
    public static Set<String> telling(JsonText object) {
        Set<String> leaves = new LinkedHashSet<>();
        collect("", object.tree(), false, leaves::add);
        return leaves;
    }

    /// Whether having all leaves of the object is also enough to contain it. It is not where an array holds an object
    /// or array
    /// of several values: they might come from different elements.
    public static boolean suffice(JsonText object) {
        return suffice(object.tree());
    }

    private static boolean suffice(JsonNode node) {
        boolean inside = node.values().stream().allMatch(Leaves::suffice);
        return inside && (!node.isArray() || node.values().stream().allMatch(element -> size(element) <= 1));
    }

    private static int size(JsonNode element) {
        Set<String> leaves = new LinkedHashSet<>();
        collect("", element, true, leaves::add);
        return element.isContainer() ? leaves.size() - 1 : leaves.size();
    }

    private static void collect(String path, JsonNode node, boolean all, Consumer<String> leaves) {
        boolean counts = all || node.isEmpty();
        if (node.isObject()) {
            tell(counts, path + VALUE + "{}", leaves);
            node.properties().forEach(member -> collect(path + STEP + member.getKey(), member.getValue(), all, leaves));
        } else if (node.isArray()) {
            tell(counts, path + VALUE + "[]", leaves);
            node.values().forEach(element -> collect(path + STEP + "[]", element, all, leaves));
        } else {
            leaves.accept(path + VALUE + scalar(node));
        }
    }

    private static void tell(boolean counts, String leaf, Consumer<String> leaves) {
        if (counts) {
            leaves.accept(leaf);
        }
    }

    /// Equal values give equal text: 1, 1.0 and 1e0 are one number.
    private static String scalar(JsonNode node) {
        if (node.isNumber()) {
            var number = node.decimalValue();
            return "n"
                    + (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        }
        return node.isString() ? "s" + node.stringValue() : node.toString();
    }
}
