package dev.hinny.bench.transform;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Separated values to JSON with Jackson's parser for them. */
final class CsvWithJackson {
    private static final CsvSchema HEADER = CsvSchema.emptySchema().withHeader();

    private CsvWithJackson() {}

    private static ByteArrayOutputStream out(byte[] document) {
        return new ByteArrayOutputStream(document.length + document.length / 2 + 64);
    }

    /** Token by token from the parser to the generator. */
    static final class Streaming implements Transform {
        private final JsonFactory factory = new JsonFactory();
        private final CsvMapper mapper = new CsvMapper();

        @Override
        public byte[] apply(byte[] document) {
            ByteArrayOutputStream out = out(document);
            try (JsonParser in = mapper.reader(HEADER).createParser(document);
                    JsonGenerator to = factory.createGenerator(ObjectWriteContext.empty(), out)) {
                to.writeStartArray();
                for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                    switch (token) {
                        case START_OBJECT -> to.writeStartObject();
                        case END_OBJECT -> to.writeEndObject();
                        case PROPERTY_NAME -> to.writeName(in.currentName());
                        default -> to.writeString(in.getStringCharacters(), in.getStringOffset(), in.getStringLength());
                    }
                }
                to.writeEndArray();
            }
            return out.toByteArray();
        }
    }

    /** Each row as a map. */
    static final class Maps implements Transform {
        private final CsvMapper mapper = new CsvMapper();
        private final JsonMapper json = new JsonMapper();

        @Override
        public byte[] apply(byte[] document) {
            ByteArrayOutputStream out = out(document);
            try (MappingIterator<Map<String, String>> rows =
                            mapper.readerForMapOf(String.class).with(HEADER).readValues(document);
                    SequenceWriter to = json.writer().writeValuesAsArray(out)) {
                while (rows.hasNextValue()) {
                    to.write(rows.nextValue());
                }
            }
            return out.toByteArray();
        }
    }
}
