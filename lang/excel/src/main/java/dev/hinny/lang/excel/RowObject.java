package dev.hinny.lang.excel;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Indexed;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A row over the cells it has: first every named column, empty text where its cell is empty, then the cells beyond, by their
 * letters. Immutable; as large as its cells, not as the table is wide.
 */
final class RowObject implements ObjectValue {
    private final Key[] names;
    private final int first;
    private final CellRow row;
    private final int beyond;
    private final Schema schema;

    RowObject(Key[] names, int first, CellRow row) {
        this(names, first, row, Schema.NONE);
    }

    private RowObject(Key[] names, int first, CellRow row, Schema schema) {
        this.names = names;
        this.first = first;
        this.row = row;
        this.schema = schema;
        int at = Arrays.binarySearch(row.columns(), first + names.length);
        this.beyond = at < 0 ? -at - 1 : at;
    }

    @Override
    public int size() {
        return names.length + row.columns().length - beyond;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public @Nullable Entry entry(int index) {
        return index >= 0 && index < size() ? at(index) : null;
    }

    private Entry at(int index) {
        if (index < names.length) {
            Value cell = row.cell(first + index);
            return new Entry.Pair(names[index], cell == null ? StringValue.EMPTY : cell);
        }
        int cell = beyond + index - names.length;
        return Entry.of(CellAddress.letters(row.columns()[cell]), row.cells()[cell]);
    }

    @Override
    public @Nullable Value get(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].name().equals(name)) {
                return at(i).value();
            }
        }
        int column = CellAddress.column(name);
        return column >= first + names.length && CellAddress.letters(column).equals(name) ? row.cell(column) : null;
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Indexed<>(size(), this::at);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public RowObject withSchema(Schema other) {
        return new RowObject(names, first, row, other);
    }
}
