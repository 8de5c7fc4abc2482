package dev.hinny.lang.excel;

import dev.hinny.lang.engine.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cells of a row that have a value, by ascending column. The arrays do not change any more. */
record CellRow(int number, int[] columns, Value[] cells) {
    boolean isEmpty() {
        return columns.length == 0;
    }

    /** The value in a column, null for an empty cell. */
    @Nullable
    Value cell(int column) {
        int at = Arrays.binarySearch(columns, column);
        return at < 0 ? null : cells[at];
    }

    /** Only the columns from one to another, both included. */
    CellRow between(int first, int last) {
        int from = 0;
        while (from < columns.length && columns[from] < first) {
            from++;
        }
        int to = columns.length;
        while (to > from && columns[to - 1] > last) {
            to--;
        }
        return from == 0 && to == columns.length
                ? this
                : new CellRow(number, Arrays.copyOfRange(columns, from, to), Arrays.copyOfRange(cells, from, to));
    }
}
