package dev.hinny.connectors.db;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement whose {@code :name} parameters are question marks. What stands in text, quoted names, comments and dollar
 * quotes is left alone, as are {@code ::} casts and {@code :=}; {@code \:} is a colon.
 *
 * @param names of the question marks, in order
 */
record NamedSql(String sql, List<String> names) {
    static NamedSql parse(String text) {
        return new Parser(text).parse();
    }

    private static final class Parser {
        private final String text;
        private final StringBuilder out;
        private final List<String> names = new ArrayList<>();
        private int at;

        Parser(String text) {
            this.text = text;
            this.out = new StringBuilder(text.length());
        }

        NamedSql parse() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\'' || c == '"' || c == '`') {
                    until(quoteEnd(c));
                } else if (text.startsWith("--", at)) {
                    until(orEnd(text.indexOf('\n', at)));
                } else if (text.startsWith("/*", at)) {
                    int end = text.indexOf("*/", at + 2);
                    until(end < 0 ? text.length() : end + 2);
                } else if (c == '$') {
                    until(dollarEnd());
                } else if (c == '\\' && text.startsWith(":", at + 1)) {
                    out.append(':');
                    at += 2;
                } else if (c == ':') {
                    colon();
                } else {
                    out.append(c);
                    at++;
                }
            }
            return new NamedSql(out.toString(), List.copyOf(names));
        }

        private void colon() {
            if (text.startsWith("::", at) || text.startsWith(":=", at)) {
                until(at + 2);
                return;
            }
            int end = at + 1;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            if (end == at + 1 || !Character.isJavaIdentifierStart(text.charAt(at + 1))) {
                until(end);
                return;
            }
            names.add(text.substring(at + 1, end));
            out.append('?');
            at = end;
        }

        private void until(int end) {
            out.append(text, at, end);
            at = end;
        }

        private int orEnd(int index) {
            return index < 0 ? text.length() : index;
        }

        private int quoteEnd(char quote) {
            int end = text.indexOf(quote, at + 1);
            while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == quote) {
                end = text.indexOf(quote, end + 2);
            }
            return end < 0 ? text.length() : end + 1;
        }

        private int dollarEnd() {
            int tag = at + 1;
            while (tag < text.length() && (Character.isLetterOrDigit(text.charAt(tag)) || text.charAt(tag) == '_')) {
                tag++;
            }
            boolean quote = tag < text.length()
                    && text.charAt(tag) == '$'
                    && !(tag > at + 1 && Character.isDigit(text.charAt(at + 1)));
            if (!quote) {
                return at + 1;
            }
            String mark = text.substring(at, tag + 1);
            int end = text.indexOf(mark, tag + 1);
            return end < 0 ? text.length() : end + mark.length();
        }
    }
}
