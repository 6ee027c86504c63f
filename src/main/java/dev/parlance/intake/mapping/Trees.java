package dev.parlance.intake.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON trees to the plain maps and lists that JSONata works on, and back. A number that an expression only passes on
/// keeps all its digits.
final class Trees {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Trees() {}

    static Object plain(JsonNode tree) {
        return switch (tree.getNodeType()) {
            case OBJECT -> map(tree);
            case ARRAY -> list(tree);
            case STRING -> tree.stringValue();
            case NUMBER -> tree.numberValue();
            case BOOLEAN -> tree.booleanValue();
            case NULL, MISSING, BINARY, POJO -> Jsonata.NULL_VALUE;
        };
    }

    private static Map<String, Object> map(JsonNode tree) {
        Map<String, Object> map = LinkedHashMap.newLinkedHashMap(tree.size());
        tree.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
        return map;
    }

    private static List<Object> list(JsonNode tree) {
        List<Object> list = new ArrayList<>(tree.size());
        tree.values().forEach(element -> list.add(plain(element)));
        return list;
    }

    static JsonNode tree(@Nullable Object value) throws MappingFailure {
        return switch (value) {
            case null -> NODES.nullNode();
            case String text -> NODES.stringNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Number number -> number(number);
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            default -> {
                if (value.equals(Jsonata.NULL_VALUE)) {
                    yield NODES.nullNode();
                }
                throw new MappingFailure("the mapping gives a function where a value is expected");
            }
        };
    }

    private static JsonNode number(Number number) throws MappingFailure {
        return switch (number) {
            case Integer whole -> NODES.numberNode(whole);
            case Long whole -> NODES.numberNode(whole);
            case BigInteger whole -> NODES.numberNode(whole);
            case BigDecimal exact -> NODES.numberNode(exact);
            default -> real(number.doubleValue());
        };
    }

    private static JsonNode real(double number) throws MappingFailure {
        if (!Double.isFinite(number)) {
            throw new MappingFailure("the mapping gives a number that is none");
        }
        long whole = (long) number;
        return whole == number && Math.abs(number) < 0x1p53
                ? NODES.numberNode(whole)
                : NODES.numberNode(BigDecimal.valueOf(number));
    }

    private static ObjectNode object(Map<?, ?> map) throws MappingFailure {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            object.set(String.valueOf(member.getKey()), tree(member.getValue()));
        }
        return object;
    }

    private static ArrayNode array(List<?> list) throws MappingFailure {
        ArrayNode array = NODES.arrayNode(list.size());
        for (Object element : list) {
            array.add(tree(element));
        }
        return array;
    }
}
