package dev.hinny.lang.front;

import java.util.List;

/** Prints strings and regexes with the escapes that they need. */
final class LiteralPrinter {
    private LiteralPrinter() {}

    static String string(String value) {
        return "\"" + escaped(value) + "\"";
    }

    static String template(List<TemplatePart> parts) {
        StringBuilder out = new StringBuilder("\"");
        for (TemplatePart part : parts) {
            switch (part) {
                case TemplatePart.Text text -> out.append(escaped(text.value()));
                case TemplatePart.Hole hole -> out.append(hole(hole));
            }
        }
        return out.append('"').toString();
    }

    static String customTemplate(List<TemplatePart> parts) {
        StringBuilder out = new StringBuilder("`");
        for (TemplatePart part : parts) {
            switch (part) {
                case TemplatePart.Text text -> out.append(text.value());
                case TemplatePart.Hole hole -> out.append(hole(hole));
            }
        }
        return out.append('`').toString();
    }

    private static String hole(TemplatePart.Hole hole) {
        return "$(" + ExpressionPrinter.expression(hole.value()) + ")";
    }

    static String regex(String pattern) {
        StringBuilder out = new StringBuilder("/");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                out.append(c).append(pattern.charAt(++i));
            } else if (c == '/') {
                out.append("\\/");
            } else {
                out.append(c);
            }
        }
        return out.append('/').toString();
    }

    private static String escaped(String value) {
        StringBuilder out = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '$' -> out.append("\\$");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 127) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
