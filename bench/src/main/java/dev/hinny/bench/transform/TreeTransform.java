package dev.hinny.bench.transform;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Jackson's tree by hand. */
public final class TreeTransform implements Transform {
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public byte[] apply(byte[] order) {
        JsonNode in = mapper.readTree(order);
        JsonNode customer = in.path("customer");
        ObjectNode out = mapper.createObjectNode();
        out.set("orderId", in.get("id"));
        out.set("placedAt", in.get("created"));
        out.put("currency", upper(in.path("currency")));
        out.put(
                "customer",
                customer.path("firstName").asString() + " "
                        + customer.path("lastName").asString());
        out.put("email", customer.path("email").asString().toLowerCase(Locale.ROOT));
        out.set("city", customer.get("city"));
        out.put("country", upper(customer.path("country")));
        out.set("remark", in.get("note"));
        out.set("settled", in.get("paid"));
        ArrayNode items = out.putArray("items");
        for (JsonNode line : in.path("lines")) {
            if (line.path("qty").asInt() > 1) {
                ObjectNode item = items.addObject();
                item.put("code", upper(line.path("sku")));
                item.set("quantity", line.get("qty"));
                item.set("price", line.get("price"));
            }
        }
        return mapper.writeValueAsBytes(out);
    }

    private static String upper(JsonNode text) {
        return text.asString().toUpperCase(Locale.ROOT);
    }
}
