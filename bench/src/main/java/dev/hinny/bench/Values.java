package dev.hinny.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON compared by value: the order of keys and the writing of numbers do not matter. */
public final class Values {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Values() {}

    /** A text that two documents share exactly when their values are the same. */
    public static String canonical(byte[] json) {
        return canonical(MAPPER.readTree(json)).toString();
    }

    private static Object canonical(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, Object> object = new TreeMap<>();
            node.properties().forEach(e -> object.put(quoted(e.getKey()), canonical(e.getValue())));
            return object;
        }
        if (node.isArray()) {
            List<Object> array = new ArrayList<>();
            node.forEach(item -> array.add(canonical(item)));
            return array;
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toPlainString();
        }
        return node.isString() ? quoted(node.stringValue()) : node.toString();
    }

    private static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
