package dev.hinny.lang.excel;

import org.jspecify.annotations.Nullable;

/** A place in a sheet: the column from 0, the row from 1. */
record CellAddress(int column, int row) {
    static final int MAX_COLUMNS = 16_384;
    static final int MAX_ROWS = 1_048_576;

    /** Null when the text is no address of a sheet. */
    static @Nullable CellAddress parse(String text) {
        int letters = 0;
        while (letters < text.length() && !isDigit(text.charAt(letters))) {
            letters++;
        }
        int column = column(text.substring(0, letters));
        int digits = text.length() - letters;
        if (column < 0 || digits < 1 || digits > 7) {
            return null;
        }
        int row = 0;
        for (int i = letters; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return null;
            }
            row = row * 10 + text.charAt(i) - '0';
        }
        return row >= 1 && row <= MAX_ROWS ? new CellAddress(column, row) : null;
    }

    /** The number of a column from 0; -1 when there is no such column. */
    static int column(String letters) {
        if (letters.isEmpty() || letters.length() > 3) {
            return -1;
        }
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            int letter = Character.toUpperCase(letters.charAt(i)) - 'A';
            if (letter < 0 || letter > 25) {
                return -1;
            }
            column = column * 26 + letter + 1;
        }
        return column <= MAX_COLUMNS ? column - 1 : -1;
    }

    /** The letters of a column. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return letters(column) + row;
    }
}
