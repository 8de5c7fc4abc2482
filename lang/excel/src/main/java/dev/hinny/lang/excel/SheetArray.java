package dev.hinny.lang.excel;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet. They are read when somebody asks and kept, or, when streaming or the sheet is very large, read again
 * each time. Safe for use by several threads.
 */
final class SheetArray implements ArrayValue {
    /** A sheet whose XML is larger is not kept in memory. */
    private static final long MAX_KEPT = 64L << 20;

    private final Workbook workbook;
    private final Workbook.Sheet sheet;
    private final ExcelOptions options;
    private final Schema schema;
    private final boolean kept;
    private volatile @Nullable List<Value> rows;
    private volatile int size = -1;

    SheetArray(Workbook workbook, Workbook.Sheet sheet, ExcelOptions options, Schema schema) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.options = options;
        this.schema = schema;
        this.kept = !options.streaming() && workbook.archive().size(sheet.part()) <= MAX_KEPT;
    }

    private List<Value> rows() {
        List<Value> known = rows;
        if (known == null) {
            synchronized (this) {
                known = rows;
                if (known == null) {
                    known = new ArrayList<>();
                    new TableRows(workbook, sheet, options).forEachRemaining(known::add);
                    rows = known;
                }
            }
        }
        return known;
    }

    @Override
    public int size() {
        if (kept) {
            return rows().size();
        }
        int known = size;
        if (known < 0) {
            known = ArrayValue.super.size();
            size = known;
        }
        return known;
    }

    @Override
    public @Nullable Value get(int index) {
        if (index < 0) {
            return null;
        }
        if (kept) {
            return index < rows().size() ? rows().get(index) : null;
        }
        return ArrayValue.super.get(index);
    }

    @Override
    public Iterator<Value> iterator() {
        return kept ? rows().iterator() : new TableRows(workbook, sheet, options);
    }

    @Override
    public boolean isMaterialized() {
        return rows != null;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public SheetArray withSchema(Schema other) {
        return new SheetArray(workbook, sheet, options, other);
    }
}
