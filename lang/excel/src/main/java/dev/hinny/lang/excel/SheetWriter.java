package dev.hinny.lang.excel;

import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one sheet. The columns are the keys of all rows, in the order in which they come up. */
final class SheetWriter {
    private static final int MAX_TEXT = 32_767;
    private static final int DATE = 1;
    private static final int DATE_TIME = 2;
    private static final int TIME = 3;

    private final Writer out;
    private final ExcelOptions options;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private int row;

    SheetWriter(Writer out, ExcelOptions options) {
        this.out = out;
        this.options = options;
        this.row = options.row();
    }

    void rows(ArrayValue rows, String path) throws IOException {
        for (Value item : rows) {
            collect(seen(item));
        }
        if (options.header() && !columns.isEmpty()) {
            start();
            int column = options.column();
            for (String name : columns.keySet()) {
                text(column++, name, path);
            }
            end();
        }
        int index = 0;
        for (Value item : rows) {
            row(seen(item), path + "[" + index++ + "]");
        }
    }

    private static Value seen(Value value) {
        return value instanceof JavaValue java ? JavaBridge.properties(java.object()) : value;
    }

    /** A key that repeats in a row takes a column each time. */
    private void collect(Value value) {
        if (value instanceof ObjectValue object) {
            Map<String, Integer> times = new HashMap<>();
            for (Entry entry : object) {
                columns.putIfAbsent(column(entry.key().name(), times), columns.size());
            }
        }
    }

    private static String column(String name, Map<String, Integer> times) {
        int time = times.merge(name, 1, Integer::sum);
        return time == 1 ? name : name + " (" + time + ")";
    }

    private void row(Value value, String path) throws IOException {
        List<@Nullable Value> cells = new ArrayList<>();
        switch (value) {
            case ObjectValue object -> {
                Map<String, Integer> times = new HashMap<>();
                for (Entry entry : object) {
                    Integer at = columns.get(column(entry.key().name(), times));
                    while (at != null && cells.size() <= at) {
                        cells.add(null);
                    }
                    if (at != null) {
                        cells.set(at, entry.value());
                    }
                }
            }
            case ArrayValue array -> array.forEach(cells::add);
            case NullValue _ -> {}
            default ->
                throw WorkbookWriter.bad(
                        "WRONG-TYPE",
                        path,
                        "a row is an object of columns, not a value of type " + TypeNames.of(value),
                        "write { Name: value }");
        }
        if (cells.isEmpty()) {
            row += options.ignoreEmptyLine() ? 0 : 1;
            return;
        }
        if (row > CellAddress.MAX_ROWS || options.column() + cells.size() > CellAddress.MAX_COLUMNS) {
            throw WorkbookWriter.bad(
                    "TOO-LARGE",
                    path,
                    "a sheet has at most " + CellAddress.MAX_ROWS + " rows and " + CellAddress.MAX_COLUMNS + " columns",
                    "write several sheets");
        }
        start();
        for (int i = 0; i < cells.size(); i++) {
            Value cell = cells.get(i);
            if (cell != null && !(cell instanceof NullValue)) {
                cell(options.column() + i, cell, path);
            }
        }
        end();
    }

    private void start() throws IOException {
        out.write("<row r=\"" + row + "\">");
    }

    private void end() throws IOException {
        out.write("</row>");
        row++;
    }

    private void cell(int column, Value value, String path) throws IOException {
        switch (value) {
            case NumberValue n -> number(column, number(n), 0);
            case BooleanValue b ->
                out.write(
                        "<c r=\"" + new CellAddress(column, row) + "\" t=\"b\"><v>" + (b.value() ? 1 : 0) + "</v></c>");
            case TemporalValue t when t.schema().get("format") == null -> temporal(column, t, path);
            case BinaryValue b -> text(column, Base64.getEncoder().encodeToString(b.bytes()), path);
            default -> {
                String text = Texts.orNull(value);
                if (text == null) {
                    throw WorkbookWriter.bad(
                            "WRONG-TYPE",
                            path + "." + CellAddress.letters(column),
                            "a value of type " + TypeNames.of(value) + " cannot be written into a cell",
                            "turn it into text first, for example with joinBy or write");
                }
                text(column, text, path);
            }
        }
    }

    private static String number(NumberValue number) {
        BigDecimal decimal = number.decimal();
        return Math.abs((long) decimal.scale()) > 400 ? decimal.toString() : Texts.plain(decimal);
    }

    private void number(int column, String number, int style) throws IOException {
        out.write("<c r=\"" + new CellAddress(column, row) + (style == 0 ? "\"" : "\" s=\"" + style + "\"") + "><v>"
                + number + "</v></c>");
    }

    private void temporal(int column, TemporalValue value, String path) throws IOException {
        BigDecimal serial;
        int style;
        switch (value.temporal()) {
            case LocalDate date -> {
                serial = Serials.write(date.atStartOfDay());
                style = DATE;
            }
            case LocalDateTime moment -> {
                serial = Serials.write(moment);
                style = DATE_TIME;
            }
            case ZonedDateTime moment -> {
                serial = Serials.write(moment.toLocalDateTime());
                style = DATE_TIME;
            }
            case LocalTime time -> {
                serial = Serials.fraction(time);
                style = TIME;
            }
            case OffsetTime time -> {
                serial = Serials.fraction(time.toLocalTime());
                style = TIME;
            }
            default -> {
                serial = null;
                style = 0;
            }
        }
        if (serial == null) {
            text(column, Texts.of(value), path);
        } else {
            number(column, Texts.plain(serial), style);
        }
    }

    private void text(int column, String text, String path) throws IOException {
        if (text.length() > MAX_TEXT) {
            throw WorkbookWriter.bad(
                    "TOO-LARGE",
                    path + "." + CellAddress.letters(column),
                    "a cell holds at most " + MAX_TEXT + " characters, not " + text.length(),
                    "");
        }
        out.write("<c r=\"" + new CellAddress(column, row) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        Escapes.write(text, out);
        out.write("</t></is></c>");
    }
}
