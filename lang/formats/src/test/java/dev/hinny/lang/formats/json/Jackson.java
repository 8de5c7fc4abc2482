package dev.hinny.lang.formats.json;

import dev.hinny.lang.engine.format.Format;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Another reader and writer of JSON, to compare with: rewrites a document with numbers in plain notation. */
final class Jackson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Format.MAX_DEPTH)
                    .maxNumberLength(Numbers.MAX_LENGTH)
                    .build())
            .build();
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    private static final ObjectWriteContext INDENT = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return INDENTED.createInstance();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private Jackson() {}

    /** @throws tools.jackson.core.JacksonException when the document is no JSON */
    static String rewrite(byte[] document, boolean indent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), document);
                JsonGenerator to = FACTORY.createGenerator(indent ? INDENT : ObjectWriteContext.empty(), out)) {
            JsonToken token = in.nextToken();
            if (token == null) {
                throw new tools.jackson.core.exc.StreamReadException(in, "empty", in.currentLocation());
            }
            int depth = 0;
            do {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                copy(in, token, to);
                token = in.nextToken();
            } while (depth > 0);
            if (token != null) {
                throw new tools.jackson.core.exc.StreamReadException(in, "more than one", in.currentLocation());
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void copy(JsonParser in, JsonToken token, JsonGenerator to) {
        switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                BigDecimal number = new BigDecimal(in.getString());
                to.writeNumber(
                        number.signum() == 0
                                ? "0"
                                : (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString());
            }
            case VALUE_STRING -> to.writeString(in.getString());
            case PROPERTY_NAME -> to.writeName(in.currentName());
            default -> to.copyCurrentEvent(in);
        }
    }
}
