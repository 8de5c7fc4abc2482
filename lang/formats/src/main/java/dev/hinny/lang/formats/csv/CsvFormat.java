package dev.hinny.lang.formats.csv;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.StandardOptions;
import dev.hinny.lang.formats.StreamedArray;
import dev.hinny.lang.formats.Transcoding;
import dev.hinny.lang.formats.Utf8Writer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Separated values: a document is an array of objects, one a line, all values text. */
public final class CsvFormat implements Format {
    @Override
    public String id() {
        return "csv";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                new MediaType("application", "csv", Map.of()),
                new MediaType("text", "csv", Map.of()),
                new MediaType("*", "csv", Map.of()),
                new MediaType("application", "x-csv", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("csv");
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption("separator", Use.BOTH, StringValue.of(","), "Between the fields of a line."),
                new FormatOption(
                        "quote", Use.BOTH, StringValue.of("\""), "Around fields that hold special characters."),
                new FormatOption("escape", Use.BOTH, StringValue.of("\\"), "Before a special character in a field."),
                new FormatOption("header", Use.BOTH, BooleanValue.TRUE, "The first line names the fields."),
                new FormatOption(
                        "headerLineNumber",
                        Use.BOTH,
                        NumberValue.of(0),
                        "Line of the header, from 0; has no meaning for the writer."),
                new FormatOption(
                        "bodyStartLineNumber",
                        Use.BOTH,
                        NumberValue.of(0),
                        "First line with data, from 0; has no meaning for the writer."),
                new FormatOption(
                        "ignoreEmptyLine",
                        Use.BOTH,
                        BooleanValue.TRUE,
                        "Skip empty lines; has no meaning for the writer."),
                new FormatOption(
                        "streaming",
                        Use.READ,
                        BooleanValue.FALSE,
                        "Read row by row, whatever the size: for rows used in their order."),
                new FormatOption("quoteValues", Use.WRITE, BooleanValue.FALSE, "Quote every value."),
                new FormatOption("quoteHeader", Use.WRITE, BooleanValue.FALSE, "Quote every name in the header."),
                new FormatOption("lineSeparator", Use.WRITE, StringValue.of("\n"), "After every line."),
                StandardOptions.ENCODING,
                StandardOptions.BUFFER_SIZE,
                StandardOptions.DEFERRED);
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        CsvOptions options = CsvOptions.of(context);
        Charset charset = context.charset();
        boolean direct = isBytewise(charset);
        CsvMarks marks = new CsvMarks(options, direct ? charset : StandardCharsets.UTF_8);
        CsvDocument document = new CsvDocument(context.name(), options, marks);
        boolean streaming = context.flag("streaming", false) && !(source instanceof ByteSource.Memory);
        if (!streaming && StandardOptions.inMemory(source)) {
            byte[] bytes = source.bytes();
            byte[] readable = direct ? bytes : Transcoding.toUtf8(bytes, charset);
            return new StreamedArray(() -> new CsvReader(document, readable), readable.length);
        }
        return new StreamedArray(
                () -> {
                    InputStream in = source.open();
                    return new CsvReader(document, direct ? in : Transcoding.toUtf8(in, charset));
                },
                -1);
    }

    /** Whether a byte below 128 always is that ASCII character: UTF-8, and single bytes such as ISO 8859. */
    private static boolean isBytewise(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
            return false;
        }
        byte[] ascii = new byte[128];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return charset.decode(ByteBuffer.wrap(ascii)).toString().equals(new String(ascii, StandardCharsets.US_ASCII));
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Utf8Writer writer = new Utf8Writer(out, context.charset(), StandardOptions.bufferSize(context));
        new CsvWriter(writer, CsvOptions.of(context)).write(value);
        writer.flush();
    }
}
