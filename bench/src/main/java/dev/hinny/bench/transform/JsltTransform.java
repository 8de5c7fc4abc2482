package dev.hinny.bench.transform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSLT's expression, compiled once. */
final class JsltTransform implements Transform {
    private static final String SOURCE = """
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
        """;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Expression expression = Parser.compileString(SOURCE);

    @Override
    public byte[] apply(byte[] order) {
        try {
            return mapper.writeValueAsBytes(expression.apply(mapper.readTree(order)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
