package dev.hinny.lang.excel;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;

/**
 * Reader and writer properties.
 *
 * @param column first column of the table from 0
 * @param row first row of the table from 1
 * @param limit last column from 0; {@link #UNBOUNDED} or {@link #HEADER_SIZE}
 */
record ExcelOptions(
        boolean header,
        boolean ignoreEmptyLine,
        int column,
        int row,
        int limit,
        boolean streaming,
        boolean zipBombCheck) {
    static final int UNBOUNDED = Integer.MAX_VALUE;
    static final int HEADER_SIZE = -1;

    static ExcelOptions of(FormatContext context) {
        String offset = context.text("tableOffset", "");
        CellAddress start = offset.isEmpty() ? new CellAddress(0, 1) : CellAddress.parse(offset);
        if (start == null) {
            throw wrong("tableOffset", offset, "a column and a row, for example B3");
        }
        String limit = context.text("tableLimit", "Unbounded");
        int last = limit.equalsIgnoreCase("Unbounded")
                ? UNBOUNDED
                : limit.equalsIgnoreCase("HeaderSize") ? HEADER_SIZE : CellAddress.column(limit);
        if (last == HEADER_SIZE && !limit.equalsIgnoreCase("HeaderSize")) {
            throw wrong("tableLimit", limit, "a column, for example AB, or HeaderSize, or Unbounded");
        }
        return new ExcelOptions(
                context.flag("header", true),
                context.flag("ignoreEmptyLine", true),
                start.column(),
                start.row(),
                last,
                context.flag("streaming", false),
                context.flag("zipBombCheck", true));
    }

    private static FormatException wrong(String option, String value, String expected) {
        return new FormatException(Problem.error(
                "WRONG-OPTION", null, "the property '" + option + "' cannot be '" + value + "'", "give " + expected));
    }
}
