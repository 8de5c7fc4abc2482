package dev.hinny.bench.transform;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The large transformation with Jackson; numbers stay exact, as they do in scripts. */
final class RecordsByHand {
    private RecordsByHand() {}

    /** Only what is needed of each record is held. */
    static final class Streaming implements Transform {
        private final JsonFactory factory = new JsonFactory();

        private record Row(int id, String name, String city, BigDecimal total) {}

        @Override
        public byte[] apply(byte[] document) {
            List<Row> rows = new ArrayList<>();
            try (JsonParser in = factory.createParser(ObjectReadContext.empty(), document)) {
                in.nextToken();
                while (in.nextToken() == JsonToken.START_OBJECT) {
                    Row row = row(in);
                    if (row != null) {
                        rows.add(row);
                    }
                }
            }
            rows.sort(Comparator.comparing(Row::total));
            Map<String, List<Row>> groups = new LinkedHashMap<>();
            rows.forEach(row -> groups.computeIfAbsent(row.city(), city -> new ArrayList<>())
                    .add(row));
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            try (JsonGenerator to = factory.createGenerator(ObjectWriteContext.empty(), out)) {
                to.writeStartObject();
                groups.forEach((city, members) -> {
                    to.writeArrayPropertyStart(city);
                    members.forEach(row -> write(row, to));
                    to.writeEndArray();
                });
                to.writeEndObject();
            }
            return out.toByteArray();
        }

        private static @org.jspecify.annotations.Nullable Row row(JsonParser in) {
            int id = 0;
            String name = "";
            String city = "";
            BigDecimal total = BigDecimal.ZERO;
            boolean active = false;
            for (String field = in.nextName(); field != null; field = in.nextName()) {
                in.nextToken();
                switch (field) {
                    case "id" -> id = in.getIntValue();
                    case "status" -> active = in.getString().equals("active");
                    case "amount" -> total = in.getDecimalValue();
                    case "customer" -> name = inner(in, "name");
                    case "address" -> city = inner(in, "city");
                    default -> in.skipChildren();
                }
            }
            return active ? new Row(id, name, city, total) : null;
        }

        private static String inner(JsonParser in, String wanted) {
            String found = "";
            for (String field = in.nextName(); field != null; field = in.nextName()) {
                in.nextToken();
                if (field.equals(wanted)) {
                    found = in.getString();
                } else {
                    in.skipChildren();
                }
            }
            return found;
        }

        private static void write(Row row, JsonGenerator to) {
            to.writeStartObject();
            to.writeNumberProperty("id", row.id());
            to.writeStringProperty("name", row.name());
            to.writeStringProperty("city", row.city());
            to.writeNumberProperty("total", row.total());
            to.writeEndObject();
        }
    }

    /** The whole document as a tree. */
    static final class Tree implements Transform {
        private final JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        @Override
        public byte[] apply(byte[] document) {
            List<ObjectNode> rows = new ArrayList<>();
            for (JsonNode record : mapper.readTree(document)) {
                if (record.path("status").asString().equals("active")) {
                    ObjectNode row = mapper.createObjectNode();
                    row.set("id", record.get("id"));
                    row.set("name", record.path("customer").get("name"));
                    row.set("city", record.path("address").get("city"));
                    row.set("total", record.get("amount"));
                    rows.add(row);
                }
            }
            rows.sort(Comparator.comparing(row -> row.get("total").decimalValue()));
            ObjectNode groups = mapper.createObjectNode();
            for (ObjectNode row : rows) {
                String city = row.get("city").asString();
                ArrayNode members = groups.has(city) ? (ArrayNode) groups.get(city) : groups.putArray(city);
                members.add(row);
            }
            return mapper.writeValueAsBytes(groups);
        }
    }
}
