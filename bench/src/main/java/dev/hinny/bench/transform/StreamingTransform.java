package dev.hinny.bench.transform;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Jackson's parser and generator by hand: each field is written as it is met, nothing is held but a line. */
public final class StreamingTransform implements Transform {
    private final JsonFactory factory = new JsonFactory();

    @Override
    public byte[] apply(byte[] order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonParser in = factory.createParser(ObjectReadContext.empty(), order);
                JsonGenerator to = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            in.nextToken();
            to.writeStartObject();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "id" -> to.writeStringProperty("orderId", in.getString());
                    case "created" -> to.writeStringProperty("placedAt", in.getString());
                    case "currency" -> to.writeStringProperty("currency", upper(in));
                    case "paid" -> to.writeBooleanProperty("settled", in.getBooleanValue());
                    case "customer" -> customer(in, to);
                    case "note" -> to.writeStringProperty("remark", in.getString());
                    case "lines" -> lines(in, to);
                    default -> in.skipChildren();
                }
            }
            to.writeEndObject();
        }
        return out.toByteArray();
    }

    private static String upper(JsonParser in) {
        return in.getString().toUpperCase(Locale.ROOT);
    }

    private static void customer(JsonParser in, JsonGenerator to) {
        String first = "";
        String last = "";
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "firstName" -> first = in.getString();
                case "lastName" -> last = in.getString();
                case "email" -> to.writeStringProperty("email", in.getString().toLowerCase(Locale.ROOT));
                case "city" -> to.writeStringProperty("city", in.getString());
                case "country" -> to.writeStringProperty("country", upper(in));
                default -> in.skipChildren();
            }
        }
        to.writeStringProperty("customer", first + " " + last);
    }

    private static void lines(JsonParser in, JsonGenerator to) {
        to.writeArrayPropertyStart("items");
        while (in.nextToken() == JsonToken.START_OBJECT) {
            line(in, to);
        }
        to.writeEndArray();
    }

    private static void line(JsonParser in, JsonGenerator to) {
        String sku = "";
        int quantity = 0;
        String price = "0";
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "sku" -> sku = upper(in);
                case "qty" -> quantity = in.getIntValue();
                case "price" -> price = in.getString();
                default -> in.skipChildren();
            }
        }
        if (quantity > 1) {
            to.writeStartObject();
            to.writeStringProperty("code", sku);
            to.writeNumberProperty("quantity", quantity);
            to.writeName("price");
            to.writeNumber(price);
            to.writeEndObject();
        }
    }
}
