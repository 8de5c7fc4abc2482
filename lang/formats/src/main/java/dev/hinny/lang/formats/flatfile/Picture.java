package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.formats.flatfile.Faults.Unfit;

/**
 * A PICTURE clause.
 *
 * @param text whether it holds any characters rather than digits
 * @param size number of characters or digits
 * @param implicit number of digits behind the point that is not written; negative for zeros that are not written
 */
record Picture(boolean text, int size, int implicit, boolean signed) {
    /** @throws Unfit for a picture that edits what it shows, or none at all */
    static Picture of(String clause) {
        int digits = 0;
        int behind = 0;
        int scaled = 0;
        boolean point = false;
        boolean signed = false;
        boolean text = false;
        int at = 0;
        while (at < clause.length()) {
            char symbol = clause.charAt(at++);
            int count = 1;
            if (at < clause.length() && clause.charAt(at) == '(') {
                int close = clause.indexOf(')', at);
                count = close < 0 ? 0 : count(clause.substring(at + 1, close));
                at = close + 1;
                if (count == 0) {
                    throw new Unfit(
                            "the picture '" + clause + "' has no valid count in its parentheses", "write X(10)");
                }
            }
            switch (symbol) {
                case 'X', 'A' -> {
                    text = true;
                    digits += count;
                }
                case '9' -> {
                    digits += count;
                    behind += point ? count : 0;
                }
                case 'P' -> scaled += point || digits == 0 ? count : -count;
                case 'V' -> point = true;
                case 'S' -> signed = true;
                default ->
                    throw new Unfit(
                            "the picture '" + clause + "' has the symbol '" + symbol + "', which edits what is shown",
                            "only 9, S, V, P, X and A are supported; describe the field as X");
            }
            if (digits > FfdElements.LONGEST || Math.abs(scaled) > 100) {
                throw new Unfit("the picture '" + clause + "' is too long", "");
            }
        }
        if (digits == 0 || (text && (point || signed || scaled != 0)) || (!text && digits > 38)) {
            throw new Unfit(
                    "the picture '" + clause + "' describes no field", "write X(n) for text, S9(n)V9(m) for a number");
        }
        // digits behind leading Ps all stand behind the point
        int implicit = scaled > 0 ? scaled + digits : scaled < 0 ? scaled : behind;
        return new Picture(text, digits, implicit, signed);
    }

    private static int count(String digits) {
        return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
    }
}
