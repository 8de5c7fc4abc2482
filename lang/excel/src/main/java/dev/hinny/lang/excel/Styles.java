package dev.hinny.lang.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which cell styles show a number as a date or time. */
final class Styles {
    private static final int MAX_STYLES = 100_000;

    private final List<Kind> kinds = new ArrayList<>();

    /** What a number stands for. */
    enum Kind {
        NUMBER,
        DATE,
        TIME,
        DATE_TIME
    }

    private Styles() {}

    static Styles read(Archive archive, String part) {
        Styles styles = new Styles();
        if (!archive.has(part)) {
            return styles;
        }
        Map<Integer, String> codes = new HashMap<>();
        try (PartReader xml = new PartReader(archive, part)) {
            boolean inCells = false;
            while (xml.next("cellXfs")) {
                switch (xml.name()) {
                    case "numFmt" -> {
                        String code = xml.attribute("formatCode");
                        codes.put(xml.number("numFmtId", -1), code == null ? "" : code);
                    }
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            styles.kinds.add(kind(xml.number("numFmtId", 0), codes));
                        }
                    }
                    default -> {}
                }
                if (codes.size() + styles.kinds.size() > MAX_STYLES) {
                    throw xml.bad("more than " + MAX_STYLES + " styles");
                }
            }
        }
        return styles;
    }

    Kind kind(int style) {
        return style >= 0 && style < kinds.size() ? kinds.get(style) : Kind.NUMBER;
    }

    private static Kind kind(int format, Map<Integer, String> codes) {
        String code = codes.get(format);
        if (code != null) {
            return kind(code);
        }
        return switch (format) {
            case 14, 15, 16, 17 -> Kind.DATE;
            case 18, 19, 20, 21, 45, 47 -> Kind.TIME;
            case 22 -> Kind.DATE_TIME;
            default -> format >= 27 && format <= 36 || format >= 50 && format <= 58 ? Kind.DATE : Kind.NUMBER;
        };
    }

    /** From the first section of a format's code, without texts, escapes, colours and conditions. */
    static Kind kind(String code) {
        boolean date = false;
        boolean time = false;
        boolean month = false;
        String lower = code.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            switch (lower.charAt(i)) {
                case ';' -> i = lower.length();
                case '"' -> i = end(lower, '"', i + 1);
                case '[' -> i = end(lower, ']', i + 1);
                case '\\', '_', '*' -> i++;
                case 'g' -> i += lower.startsWith("general", i) ? 6 : 0;
                case 'y', 'd' -> date = true;
                case 'h', 's' -> time = true;
                case 'm' -> month = true;
                default -> {}
            }
        }
        if (date || month && !time) {
            return time ? Kind.DATE_TIME : Kind.DATE;
        }
        return time ? Kind.TIME : Kind.NUMBER;
    }

    private static int end(String code, char mark, int from) {
        int at = code.indexOf(mark, from);
        return at < 0 ? code.length() : at;
    }
}
