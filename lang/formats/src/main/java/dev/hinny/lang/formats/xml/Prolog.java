package dev.hinny.lang.formats.xml;

import org.jspecify.annotations.Nullable;

/** What stands before and after the root element. */
final class Prolog {
    private Prolog() {}

    /** Moves to the {@code <} of the root element; answers the document type if there is one. */
    static @Nullable Doctype read(Scanner in) {
        Doctype type = null;
        if (in.at == 0 && in.limit >= 3 && in.source[0] == (byte) 0xEF && in.source[1] == (byte) 0xBB) {
            in.at = 3;
        }
        if (in.looksAt(in.at, "<?xml") && !Bytes.isNamePart(in.peek(in.at + 5, "white space"))) {
            declaration(in);
        }
        while (true) {
            int p = in.skipSpace(in.at);
            if (in.peek(p, "the root element") != '<') {
                throw in.unexpected(p, "'<' of the root element");
            }
            byte b = in.peek(p + 1, "the root element");
            if (b == '?') {
                in.at = in.instruction(p);
            } else if (b == '!' && in.looksAt(p, "<!DOCTYPE") && type == null) {
                in.at = p;
                type = Doctype.read(in);
            } else if (b == '!' && in.looksAt(p, "<!--")) {
                in.at = in.comment(p);
            } else if (Bytes.startsName(b)) {
                in.at = p;
                return type;
            } else {
                throw in.unexpected(p + 1, "the name of the root element");
            }
        }
    }

    private static void declaration(Scanner in) {
        int from = in.at;
        in.at += 5;
        boolean version = false;
        while (true) {
            int p = in.skipSpace(in.at);
            byte b = in.peek(p, "'?>'");
            if (b == '?' && in.peek(p + 1, "'?>'") == '>') {
                in.at = p + 2;
                break;
            }
            if (p == in.at) {
                throw in.unexpected(p, "white space or '?>'");
            }
            in.at = p;
            String name = in.names.text(in.name("version, encoding, standalone or '?>'"));
            String value = value(in);
            if (name.equals("version") && !version && value.startsWith("1.")) {
                version = true;
            } else if (!version || !name.equals("encoding") && !name.equals("standalone")) {
                throw new Fault(
                        p,
                        "the XML declaration has " + name + "='" + value + "'",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?> is a good one");
            }
        }
        if (!version) {
            throw new Fault(from, "the XML declaration has no version", "");
        }
    }

    private static String value(Scanner in) {
        int p = in.skipSpace(in.at);
        if (in.peek(p, "'='") != '=') {
            throw in.unexpected(p, "'='");
        }
        p = in.skipSpace(p + 1);
        byte quote = in.peek(p, "a quoted value");
        if (quote != '"' && quote != '\'') {
            throw in.unexpected(p, "a quoted value");
        }
        StringBuilder out = new StringBuilder();
        for (byte b = in.peek(++p, "the closing quote"); b != quote; b = in.peek(++p, "the closing quote")) {
            if (b <= 0x20 || b == '<') {
                throw in.unexpected(p, "the closing quote");
            }
            out.append((char) b);
        }
        in.at = p + 1;
        return out.toString();
    }

    /** Checks that nothing but comments and instructions follows the root element. */
    static void end(Scanner in) {
        while (true) {
            int p = in.skipSpace(in.at);
            if (p >= in.limit) {
                in.at = p;
                return;
            }
            if (in.looksAt(p, "<!--")) {
                in.at = in.comment(p);
            } else if (in.looksAt(p, "<?")) {
                in.at = in.instruction(p);
            } else {
                throw new Fault(p, "the document goes on behind its root element", "XML has one root element");
            }
        }
    }
}
