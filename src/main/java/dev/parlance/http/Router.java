package dev.parlance.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the endpoint of a method and path in a tree of path segments. An exact segment beats a parameter.
final class Router {
    private final Node root = new Node();

    Router(List<Endpoint> endpoints) {
        endpoints.forEach(this::add);
    }

    /// What a path leads to.
    sealed interface Found {
        record Hit(Endpoint endpoint, Map<String, String> path) implements Found {}

        record WrongMethod(Set<String> allowed) implements Found {}

        record Nothing() implements Found {}

        /// The path cannot be decoded.
        record Malformed() implements Found {}
    }

    private static final class Node {
        private final Map<String, Node> exact = new HashMap<>();
        private final Map<String, Leaf> leaves = new TreeMap<>();
        private @Nullable Node parameter;
    }

    /// A parameter and the place of its segment.
    private record Slot(int place, String name) {}

    private record Leaf(Endpoint endpoint, List<Slot> slots) {
        Map<String, String> path(String[] segments) {
            if (slots.isEmpty()) {
                return Map.of();
            }
            Map<String, String> values = LinkedHashMap.newLinkedHashMap(slots.size());
            slots.forEach(slot -> values.put(slot.name(), segments[slot.place()]));
            return values;
        }
    }

    Found find(String method, String rawPath) {
        if (!rawPath.startsWith("/")) {
            return new Found.Nothing();
        }
        String[] segments = segments(rawPath);
        if (segments == null) {
            return new Found.Malformed();
        }
        Node node = walk(root, segments, 0);
        return node == null ? new Found.Nothing() : choose(node, method, segments);
    }

    private static Found choose(Node node, String method, String[] segments) {
        Leaf leaf = node.leaves.get(method);
        if (leaf == null && method.equals("HEAD")) {
            leaf = node.leaves.get("GET");
        }
        return leaf == null
                ? new Found.WrongMethod(allowed(node.leaves.keySet()))
                : new Found.Hit(leaf.endpoint(), leaf.path(segments));
    }

    private static Set<String> allowed(Set<String> methods) {
        Set<String> allowed = new TreeSet<>(methods);
        allowed.add("OPTIONS");
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    private static @Nullable Node walk(Node node, String[] segments, int depth) {
        if (depth == segments.length) {
            return node.leaves.isEmpty() ? null : node;
        }
        String segment = segments[depth];
        Node exact = node.exact.get(segment);
        Node found = exact == null ? null : walk(exact, segments, depth + 1);
        if (found == null && node.parameter != null && !segment.isEmpty()) {
            found = walk(node.parameter, segments, depth + 1);
        }
        return found;
    }

    private static String @Nullable [] segments(String rawPath) {
        if (rawPath.length() == 1) {
            return new String[0];
        }
        List<String> segments = new ArrayList<>();
        int start = 1;
        while (start <= rawPath.length()) {
            int slash = rawPath.indexOf('/', start);
            int end = slash < 0 ? rawPath.length() : slash;
            String segment = Escapes.segment(rawPath.substring(start, end));
            if (segment == null) {
                return null;
            }
            segments.add(segment);
            start = end + 1;
        }
        return segments.toArray(String[]::new);
    }

    private void add(Endpoint endpoint) {
        String template = endpoint.path();
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("a route starts with a slash: " + template);
        }
        String[] segments =
                template.length() == 1 ? new String[0] : template.substring(1).split("/", -1);
        List<Slot> slots = new ArrayList<>();
        Node node = root;
        for (int i = 0; i < segments.length; i++) {
            String name = parameterName(segments[i]);
            if (name != null) {
                slots.add(new Slot(i, name));
            }
            node = child(node, segments[i], name != null);
        }
        if (node.leaves.put(endpoint.method(), new Leaf(endpoint, List.copyOf(slots))) != null) {
            throw new IllegalArgumentException("two routes for " + endpoint.method() + " " + template);
        }
    }

    private static @Nullable String parameterName(String segment) {
        boolean parameter = segment.startsWith("{") && segment.endsWith("}") && segment.length() > 2;
        if (!parameter && (segment.contains("{") || segment.contains("}"))) {
            throw new IllegalArgumentException("a parameter takes a whole segment: " + segment);
        }
        return parameter ? segment.substring(1, segment.length() - 1) : null;
    }

    private static Node child(Node node, String segment, boolean parameter) {
        if (!parameter) {
            return node.exact.computeIfAbsent(segment, name -> new Node());
        }
        if (node.parameter == null) {
            node.parameter = new Node();
        }
        return node.parameter;
    }
}
