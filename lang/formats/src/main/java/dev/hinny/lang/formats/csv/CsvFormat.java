package dev.hinny.lang.formats.csv;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatOption;
import dev.hinny.lang.engine.format.FormatOption.Use;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
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
                new FormatOption("headerLineNumber", Use.READ, NumberValue.of(0), "Line of the header, from 0."),
                new FormatOption("bodyStartLineNumber", Use.READ, NumberValue.of(0), "First line with data, from 0."),
                new FormatOption("ignoreEmptyLine", Use.READ, BooleanValue.TRUE, "Skip empty lines."),
                new FormatOption("streaming", Use.READ, BooleanValue.FALSE, "Read while the script uses the document."),
                new FormatOption("quoteValues", Use.WRITE, BooleanValue.FALSE, "Quote every value."),
                new FormatOption("quoteHeader", Use.WRITE, BooleanValue.FALSE, "Quote every name in the header."),
                new FormatOption("lineSeparator", Use.WRITE, StringValue.of("\n"), "After every line."),
                new FormatOption("encoding", Use.WRITE, StringValue.of("UTF-8"), "Character encoding."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        try (Reader reader = new InputStreamReader(source.open(), context.charset())) {
            return ArrayValue.of(new CsvReader(reader, CsvOptions.of(context)).rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, context.charset()));
        new CsvWriter(writer, CsvOptions.of(context)).write(value);
        writer.flush();
    }
}
