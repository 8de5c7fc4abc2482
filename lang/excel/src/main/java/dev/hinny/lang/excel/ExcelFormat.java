package dev.hinny.lang.excel;

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
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Excel: a workbook is an object of sheets, a sheet an array of rows, a row an object of the columns' names. */
public final class ExcelFormat implements Format {
    @Override
    public String id() {
        return "excel";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of(
                new MediaType("application", "xlsx", Map.of()),
                new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet", Map.of()));
    }

    @Override
    public List<String> extensions() {
        return List.of("xlsx");
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public List<FormatOption> options() {
        return List.of(
                new FormatOption("header", Use.BOTH, BooleanValue.TRUE, "The first row holds the columns' names."),
                new FormatOption("ignoreEmptyLine", Use.BOTH, BooleanValue.TRUE, "Leave out rows without cells."),
                new FormatOption("tableOffset", Use.BOTH, NullValue.NULL, "The first cell of the table, such as B3."),
                new FormatOption(
                        "tableLimit",
                        Use.READ,
                        StringValue.of("Unbounded"),
                        "The last column: a letter, HeaderSize or Unbounded."),
                new FormatOption(
                        "streaming",
                        Use.READ,
                        BooleanValue.FALSE,
                        "Read the rows again each time instead of keeping them."),
                new FormatOption(
                        "zipBombCheck",
                        Use.BOTH,
                        BooleanValue.TRUE,
                        "Refuse parts that grow more than a hundred times."),
                new FormatOption("bufferSize", Use.WRITE, NumberValue.of(8192), "Size of the write buffer."),
                new FormatOption("deferred", Use.WRITE, BooleanValue.FALSE, "Write while the output is consumed."));
    }

    @Override
    public Value read(ByteSource source, FormatContext context) {
        ExcelOptions options = ExcelOptions.of(context);
        Archive archive = Archive.open(source, context.name(), options.zipBombCheck());
        return Workbook.open(archive).sheets(options);
    }

    @Override
    public void write(Value value, OutputStream out, FormatContext context) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, Math.max(16, context.number("bufferSize", 8192)));
        new WorkbookWriter(buffered, ExcelOptions.of(context)).write(value);
        buffered.flush();
    }

    static FormatException bad(SourceSpan place, String what, String hint, @Nullable Throwable cause) {
        return new FormatException(Problem.error("BAD-EXCEL", place, "no valid Excel workbook: " + what, hint), cause);
    }
}
