package dev.hinny.lang.excel;

import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Goes once through the rows of a sheet's part that have cells. Closes itself at the end. */
final class SheetRows implements AutoCloseable {
    private final Workbook workbook;
    private final Workbook.Sheet sheet;
    private final PartReader xml;
    private int row;
    private int[] columns = new int[16];
    private Value[] cells = new Value[16];
    private int count;

    SheetRows(Workbook workbook, Workbook.Sheet sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.xml = new PartReader(workbook.archive(), sheet.part());
        while (xml.next("")) {
            if (xml.name().equals("sheetData")) {
                return;
            }
        }
        row = -1;
    }

    /** The next row that stands in the file, even an empty one; null at the end. */
    @Nullable
    CellRow next() {
        if (row < 0 || !xml.next("sheetData")) {
            row = -1;
            close();
            return null;
        }
        if (!xml.name().equals("row")) {
            throw xml.bad("'" + xml.name() + "' stands where a row is expected");
        }
        int number = xml.number("r", row + 1);
        if (number <= row || number > CellAddress.MAX_ROWS) {
            throw xml.bad("row " + number + " follows row " + row);
        }
        row = number;
        count = 0;
        int column = -1;
        while (xml.next("row")) {
            if (xml.name().equals("c")) {
                column = cell(column);
            }
        }
        return new CellRow(row, Arrays.copyOf(columns, count), Arrays.copyOf(cells, count));
    }

    private int cell(int before) {
        String reference = xml.attribute("r");
        CellAddress address = reference == null ? new CellAddress(before + 1, row) : CellAddress.parse(reference);
        if (address == null
                || address.row() != row
                || address.column() <= before
                || address.column() >= CellAddress.MAX_COLUMNS) {
            throw xml.bad("there is no place for the cell '" + reference + "' in row " + row);
        }
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        String text = null;
        String rich = null;
        while (xml.next("c")) {
            switch (xml.name()) {
                case "v" -> text = xml.text();
                case "is" -> rich = xml.richText("is");
                default -> {}
            }
        }
        Value value = rich != null
                ? StringValue.of(rich)
                : text == null ? null : value(type == null ? "n" : type, text, style, address);
        if (value != null) {
            if (count == columns.length) {
                columns = Arrays.copyOf(columns, count * 2);
                cells = Arrays.copyOf(cells, count * 2);
            }
            columns[count] = address.column();
            cells[count++] = value;
        }
        return address.column();
    }

    private @Nullable Value value(String type, String text, int style, CellAddress address) {
        return switch (type) {
            case "s" -> {
                Value shared = shared(text);
                if (shared == null) {
                    throw bad(address, "there is no shared text '" + shortened(text) + "'");
                }
                yield shared;
            }
            case "b" -> BooleanValue.of(text.strip().equals("1") || text.strip().equals("true"));
            case "str", "inlineStr" -> StringValue.of(Escapes.decode(text));
            case "e" -> StringValue.of(text);
            case "d" -> date(text.strip(), address);
            case "n" -> text.isBlank() ? null : number(text.strip(), style, address);
            default -> throw bad(address, "there is no cell type '" + type + "'");
        };
    }

    private @Nullable Value shared(String text) {
        try {
            return workbook.shared(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Value number(String text, int style, CellAddress address) {
        BigDecimal number;
        try {
            number = text.length() > 400 ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            number = null;
        }
        if (number == null || Math.abs((long) number.precision() - number.scale()) > 400) {
            throw bad(address, "'" + shortened(text) + "' is no number");
        }
        Styles.Kind kind = workbook.styles().kind(style);
        Value value = NumberValue.of(number);
        return kind == Styles.Kind.NUMBER ? value : Serials.read(number, kind, workbook.from1904(), value);
    }

    private Value date(String text, CellAddress address) {
        try {
            String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            return TemporalValue.of(local.indexOf('T') < 0 ? LocalDate.parse(local) : LocalDateTime.parse(local));
        } catch (DateTimeException e) {
            throw bad(address, "'" + shortened(text) + "' is no date");
        }
    }

    private RuntimeException bad(CellAddress address, String what) {
        return xml.bad("cell " + address + " of sheet '" + sheet.name() + "': " + what);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    @Override
    public void close() {
        xml.close();
    }
}
