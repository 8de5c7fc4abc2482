package dev.hinny.lang.formats.json;

import java.util.Random;

/** Random JSON documents; the same seed gives the same one. */
final class JsonTexts {
    private static final String[] KEYS = {
        "id", "name", "a", "b", "lines", "a longer key than eight bytes", "ключ", "q\\\"", ""
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "7",
        "-13",
        "123456789",
        "1234567890",
        "-999999999999999999",
        "9223372036854775807",
        "9223372036854775808",
        "123456789012345678901234567890",
        "0.5",
        "-2.50",
        "1.000",
        "3.14159265358979323846",
        "1e3",
        "2.5E-4",
        "-1E+10",
        "123456789.123456789",
        "0.0",
        "1e-400"
    };
    private static final String[] TEXTS = {
        "", "x", "plain", "a text of more than sixteen bytes", "\\n\\t\\\"\\\\\\/\\b\\f\\r", "\\u0041\\u00e9", "Zürich",
        "日本語のテキスト", "🎈 balloon", "\\ud83c\\udf88", "ends in quote\\\"", "1234567", "12345678", "123456789"
    };
    private static final String[] BLANKS = {"", "", "", " ", "\n", "\n    ", "\r\n\t", "                    "};

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private JsonTexts(long seed) {
        this.random = new Random(seed);
    }

    static String document(long seed) {
        JsonTexts texts = new JsonTexts(seed);
        texts.blank();
        texts.value(0);
        texts.blank();
        return texts.out.toString();
    }

    /** A document whose root is an array. */
    static String array(long seed) {
        JsonTexts texts = new JsonTexts(seed);
        texts.array(0, 12);
        return texts.out.toString();
    }

    private void blank() {
        out.append(one(BLANKS));
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private void value(int depth) {
        switch (random.nextInt(depth > 4 ? 5 : 8)) {
            case 0 -> out.append(one(NUMBERS));
            case 1 -> out.append('"').append(one(TEXTS)).append('"');
            case 2 -> out.append('"').append(one(TEXTS)).append(one(TEXTS)).append('"');
            case 3 -> out.append(random.nextInt(1000) - 500);
            case 4 -> out.append(one(new String[] {"true", "false", "null"}));
            case 5 -> array(depth + 1, 5);
            default -> object(depth + 1);
        }
    }

    private void array(int depth, int most) {
        out.append('[');
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : ",");
            blank();
            value(depth);
            blank();
        }
        out.append(']');
    }

    private void object(int depth) {
        out.append('{');
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : ",");
            blank();
            out.append('"').append(one(KEYS)).append('"');
            blank();
            out.append(':');
            blank();
            value(depth);
            blank();
        }
        out.append('}');
    }
}
