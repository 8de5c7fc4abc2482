package dev.hinny.lang.excel;

import dev.hinny.lang.engine.operation.Texts;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes once through the rows of a sheet's table as objects. */
final class TableRows implements Iterator<Value> {
    private final SheetRows rows;
    private final ExcelOptions options;
    private final int last;
    private Key[] names = new Key[0];
    private int expected;
    private @Nullable CellRow ahead;

    TableRows(Workbook workbook, Workbook.Sheet sheet, ExcelOptions options) {
        this.rows = new SheetRows(workbook, sheet);
        this.options = options;
        this.expected = options.row();
        int limit = options.limit() == ExcelOptions.HEADER_SIZE ? ExcelOptions.UNBOUNDED : options.limit();
        this.ahead = read(limit);
        CellRow header = ahead;
        if (options.header() && header != null) {
            if (header.number() == expected || options.ignoreEmptyLine()) {
                names = names(header);
                ahead = read(limit);
                expected = header.number();
            }
            expected++;
        }
        this.last = options.limit() == ExcelOptions.HEADER_SIZE ? options.column() + names.length - 1 : limit;
        if (ahead != null) {
            ahead = ahead.between(options.column(), last);
        }
        if (options.ignoreEmptyLine() && ahead != null && ahead.isEmpty()) {
            ahead = read(last);
        }
    }

    /** The next row of the table, null at the end; empty rows only when they are wanted. */
    private @Nullable CellRow read(int limit) {
        while (true) {
            CellRow row = rows.next();
            if (row == null) {
                return null;
            }
            CellRow cut = row.between(options.column(), limit);
            if (row.number() >= options.row() && !(options.ignoreEmptyLine() && cut.isEmpty())) {
                return cut;
            }
        }
    }

    /** A column without a name is called by its letters. */
    private Key[] names(CellRow header) {
        int end = header.isEmpty() ? options.column() : header.columns()[header.columns().length - 1] + 1;
        Key[] keys = new Key[end - options.column()];
        for (int i = 0; i < keys.length; i++) {
            Value cell = header.cell(options.column() + i);
            String text = cell == null ? null : Texts.orNull(cell);
            keys[i] = Key.of(text == null || text.isEmpty() ? CellAddress.letters(options.column() + i) : text);
        }
        return keys;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Value next() {
        CellRow row = ahead;
        if (row == null) {
            throw new NoSuchElementException();
        }
        if (!options.ignoreEmptyLine() && expected < row.number()) {
            return new RowObject(names, options.column(), new CellRow(expected++, new int[0], new Value[0]));
        }
        expected = row.number() + 1;
        ahead = read(last);
        return new RowObject(names, options.column(), row);
    }
}
