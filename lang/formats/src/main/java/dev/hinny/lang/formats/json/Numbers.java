package dev.hinny.lang.formats.json;

/** Checks numbers; small whole ones are put on the tape as they are, others as text that is decoded when needed. */
final class Numbers {
    static final int MAX_LENGTH = 10_000;

    /** So many digits always fit an int. */
    private static final int SMALL_DIGITS = 9;

    private static final int MAX_EXPONENT_DIGITS = 5;

    private final Parser parser;

    Numbers(Parser parser) {
        this.parser = parser;
    }

    /** @return the offset after the number */
    int read(byte[] bytes, int from, int end, boolean last) {
        int i = from;
        boolean negative = bytes[i] == '-';
        if (negative) {
            i++;
        }
        int first = i;
        int value = 0;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            value = value * 10 + (bytes[i++] - '0');
        }
        int digits = i - first;
        if (digits == 0) {
            throw missing(i, end, last, "a digit after '-'");
        }
        if (digits > 1 && bytes[first] == '0') {
            throw new Unreadable("a number with a leading zero", first);
        }
        boolean whole = true;
        if (i < end && bytes[i] == '.') {
            whole = false;
            i = digits(bytes, i + 1, end, last, "a digit after the decimal point");
        }
        if (i < end && (bytes[i] | 0x20) == 'e') {
            whole = false;
            i = exponent(bytes, i + 1, end, last);
        }
        if (i == end && !last) {
            throw Unreadable.MORE;
        }
        if (whole && digits <= SMALL_DIGITS) {
            parser.putSmall(negative ? -value : value);
        } else if (i - from > MAX_LENGTH) {
            throw new Unreadable("a number longer than " + MAX_LENGTH + " digits", from);
        } else {
            parser.put(whole ? Tape.WHOLE : Tape.DECIMAL, from, i);
        }
        return i;
    }

    private static int exponent(byte[] bytes, int from, int end, boolean last) {
        int i = from;
        if (i < end && (bytes[i] == '+' || bytes[i] == '-')) {
            i++;
        }
        int after = digits(bytes, i, end, last, "a digit of the exponent");
        while (i < after && bytes[i] == '0') {
            i++;
        }
        if (after - i > MAX_EXPONENT_DIGITS) {
            throw new Unreadable("a number whose exponent has more than " + MAX_EXPONENT_DIGITS + " digits", from);
        }
        return after;
    }

    private static int digits(byte[] bytes, int from, int end, boolean last, String expected) {
        int i = from;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        if (i == from) {
            throw missing(i, end, last, expected);
        }
        return i;
    }

    private static Unreadable missing(int at, int end, boolean last, String expected) {
        return at >= end && !last ? Unreadable.MORE : new Unreadable("a number without " + expected, at);
    }
}
