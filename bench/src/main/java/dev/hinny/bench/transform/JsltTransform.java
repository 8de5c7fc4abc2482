package dev.hinny.bench.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** JSLT's expression, compiled once. */
final class JsltTransform implements Transform {
    static final JsltTransform ORDER = new JsltTransform("""
        {
          "orderId": .id,
          "placedAt": .created,
          "currency": uppercase(.currency),
          "customer": .customer.firstName + " " + .customer.lastName,
          "email": lowercase(.customer.email),
          "city": .customer.city,
          "country": uppercase(.customer.country),
          "remark": .note,
          "settled": .paid,
          "items": [for (.lines) {"code": uppercase(.sku), "quantity": .qty, "price": .price} if (.qty > 1)]
        }
        """);
    static final JsltTransform RECORDS = new JsltTransform("""
        ordered-groups([for (.) {
          "id": .id, "name": .customer.name, "city": .address.city, "total": .amount
        } if (.status == "active")])
        """);

    private final ObjectMapper mapper = new ObjectMapper();
    private final Expression expression;

    private JsltTransform(String source) {
        expression = Parser.compileString(source, List.of(new OrderedGroups()));
    }

    @Override
    public byte[] apply(byte[] document) {
        try {
            return mapper.writeValueAsBytes(expression.apply(mapper.readTree(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What JSLT lacks. */
    private static final class OrderedGroups implements Function {
        @Override
        public String getName() {
            return "ordered-groups";
        }

        @Override
        public int getMinArguments() {
            return 1;
        }

        @Override
        public int getMaxArguments() {
            return 1;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            List<JsonNode> rows = new ArrayList<>();
            arguments[0].forEach(rows::add);
            rows.sort(Comparator.comparingDouble(row -> row.path("total").asDouble()));
            ObjectNode groups = ((ArrayNode) arguments[0]).objectNode();
            for (JsonNode row : rows) {
                String city = row.get("city").asText();
                ArrayNode members = groups.has(city) ? (ArrayNode) groups.get(city) : groups.putArray(city);
                members.add(row);
            }
            return groups;
        }
    }
}
