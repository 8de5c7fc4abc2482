package dev.hinny.lang.formats.json;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON: order and repetition of keys are kept, numbers are exact. */
public final class JsonFormat implements Format {
    /** One factory: it holds the recycled buffers and the shared symbol table. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(10_000)
                    .build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
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

    @Override
    public String id() {
        return "json";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                MediaType.JSON,
                new MediaType("text", "json", Map.of()),
                new MediaType("application", "x-json", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("json");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption("streaming", Use.READ, BooleanValue.FALSE, "Read while the script uses the document."),
                new FormatOption("indent", Use.WRITE, BooleanValue.TRUE, "Write one key or item a line."),
                new FormatOption(
                        "skipNullOn", Use.WRITE, NullValue.NULL, "Leave out nulls: arrays, objects or everywhere."),
                new FormatOption(
                        "duplicateKeyAsArray",
                        Use.WRITE,
                        BooleanValue.FALSE,
                        "Write a repeated key once, as an array."),
                new FormatOption(
                        "writeAttributes", Use.WRITE, BooleanValue.FALSE, "Write a key's attributes as keys with @."),
                new FormatOption("encoding", Use.WRITE, StringValue.of("UTF-8"), "Character encoding."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        Charset charset = context.charset();
        try (JsonParser parser = parser(source, charset)) {
            return new JsonReader(parser).document();
        } catch (JacksonException e) {
            throw bad(e, context.name());
        }
    }

    private static JsonParser parser(ByteSource source, Charset charset) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return FACTORY.createParser(ObjectReadContext.empty(), new InputStreamReader(source.open(), charset));
        }
        return source instanceof ByteSource.Memory(byte[] bytes)
                ? FACTORY.createParser(ObjectReadContext.empty(), bytes)
                : FACTORY.createParser(ObjectReadContext.empty(), source.open());
    }

    private static FormatException bad(JacksonException e, String name) {
        TokenStreamLocation at = e.getLocation();
        SourceSpan place = at == null
                ? SourceSpan.file(name)
                : new SourceSpan(
                        name,
                        Math.max(1, at.getLineNr()),
                        Math.max(1, at.getColumnNr()),
                        Math.max(1, at.getLineNr()),
                        Math.max(1, at.getColumnNr()),
                        0,
                        0);
        return new FormatException(
                Problem.error(
                        "BAD-JSON", place, "no valid JSON: " + e.getOriginalMessage(), "check the document there"),
                e);
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) {
        ObjectWriteContext layout = context.flag("indent", true) ? INDENT : ObjectWriteContext.empty();
        Charset charset = context.charset();
        try (JsonGenerator generator = charset.equals(StandardCharsets.UTF_8)
                ? FACTORY.createGenerator(layout, out)
                : FACTORY.createGenerator(layout, new OutputStreamWriter(out, charset))) {
            new JsonWriter(generator, JsonOptions.of(context)).value(value);
        }
    }
}
