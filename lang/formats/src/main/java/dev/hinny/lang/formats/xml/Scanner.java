package dev.hinny.lang.formats.xml;

import java.nio.charset.StandardCharsets;

/** A position in a buffer of UTF-8, and the small parts of markup: names, references, comments, instructions, characters. */
class Scanner {
    static final String DECLARE =
            "say which encoding the document has in its declaration: <?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>";

    byte[] source;
    int at;
    int limit;

    /** Whether the document ends at {@link #limit}. */
    boolean last;

    final Names names;

    /** The name read last: the one behind it is likely to be the one that was behind it before. */
    private int lastName;

    Scanner(byte[] source, int from, int limit, boolean last, Names names) {
        this.source = source;
        this.at = from;
        this.limit = limit;
        this.last = last;
        this.names = names;
    }

    /** The fault of a document that ends too early, or the wish for more of it. */
    final Fault end(String expected) {
        return last ? new Fault(limit, "the document ends where " + expected + " is expected", "") : Fault.INCOMPLETE;
    }

    final Fault unexpected(int offset, String expected) {
        return new Fault(offset, "found " + shown(offset) + " where " + expected + " is expected", "");
    }

    private String shown(int offset) {
        byte b = source[offset];
        if (b > 0x20 && b < 0x7F) {
            return "'" + (char) b + "'";
        }
        if (Bytes.isSpace(b)) {
            return "white space";
        }
        return b >= 0 ? String.format("the character U+%04X", (int) b) : "a character beyond ASCII";
    }

    /** The byte at an offset that may be behind the buffer's end. */
    final byte peek(int offset, String expected) {
        if (offset >= limit) {
            throw end(expected);
        }
        return source[offset];
    }

    /** Whether the ASCII text stands at an offset; false when the document ends before. */
    final boolean looksAt(int offset, String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (offset + i >= limit) {
                if (last) {
                    return false;
                }
                throw Fault.INCOMPLETE;
            }
            if (source[offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    final int skipSpace(int from) {
        int p = from;
        while (p < limit && Bytes.isSpace(source[p])) {
            p++;
        }
        return p;
    }

    /** Reads the name at {@link #at}, moves behind it and answers its number. */
    final int name(String what) {
        byte[] bytes = source;
        int from = at;
        int p = from;
        int to = limit;
        int guess = names.following(lastName);
        if (guess >= 0 && p + 9 <= to) {
            int length = names.raw(guess).length;
            if ((((long) Bytes.LONG.get(bytes, p)) & names.mask(guess)) == names.word(guess)
                    && length <= 8
                    && !Bytes.isNamePart(bytes[p + length])) {
                at = p + length;
                lastName = guess;
                return guess;
            }
        }
        if (p >= to) {
            throw end(what);
        }
        if (!Bytes.startsName(bytes[p])) {
            throw unexpected(p, what);
        }
        long first = 0;
        int shift = 0;
        while (p < to && Bytes.isNamePart(bytes[p])) {
            if (shift < 64) {
                first |= (bytes[p] & 0xFFL) << shift;
                shift += 8;
            }
            p++;
        }
        if (p >= to) {
            throw end("the rest of a tag");
        }
        at = p;
        int id = names.intern(bytes, from, p, first);
        names.follow(lastName, id);
        lastName = id;
        return id;
    }

    /** The offset behind the reference whose ampersand is at {@code from}. */
    final int reference(int from) {
        int p = from + 1;
        if (peek(p, "a reference") == '#') {
            return characterReference(p + 1, from);
        }
        if (!Bytes.startsName(source[p])) {
            throw new Fault(from, "'&' begins no reference", "write &amp; for an ampersand");
        }
        while (p < limit && Bytes.isNamePart(source[p])) {
            p++;
        }
        if (peek(p, "';' of a reference") != ';') {
            throw new Fault(from, "'&' begins no reference", "write &amp; for an ampersand");
        }
        String name = new String(source, from + 1, p - from - 1, StandardCharsets.UTF_8);
        if (TextDecoder.predefined(name) == 0) {
            throw new Fault(
                    from,
                    "the entity '" + name + "' is not known",
                    "entities of document types are read only where supportDtd=true, external ones never by default");
        }
        return p + 1;
    }

    private int characterReference(int from, int ampersand) {
        int p = from;
        int radix = 10;
        if (peek(p, "a number") == 'x') {
            radix = 16;
            p++;
        }
        int start = p;
        int code = 0;
        for (byte b = peek(p, "a digit"); b != ';'; b = peek(++p, "';' of a reference")) {
            int digit = b >= 0 ? Character.digit(b, radix) : -1;
            if (digit < 0) {
                throw unexpected(p, "a digit or ';'");
            }
            code = Math.min(code * radix + digit, 0x110000);
        }
        if (p == start || !Bytes.isCharacter(code)) {
            throw new Fault(ampersand, "the reference names no character that XML can hold", "");
        }
        return p + 1;
    }

    /** The offset behind the comment that begins with {@code <!--} at {@code from}. */
    final int comment(int from) {
        int p = from + 4;
        while (true) {
            byte b = peek(p, "'-->'");
            if (b == '-' && peek(p + 1, "'-->'") == '-') {
                if (peek(p + 2, "'-->'") != '>') {
                    throw new Fault(p, "'--' stands inside a comment", "");
                }
                return p + 3;
            }
            p = character(p, b);
        }
    }

    /** The offset behind the processing instruction that begins with {@code <?} at {@code from}. */
    final int instruction(int from) {
        int p = from + 2;
        if (!Bytes.startsName(peek(p, "the name of an instruction"))) {
            throw unexpected(p, "the name of an instruction");
        }
        while (Bytes.isNamePart(peek(p, "'?>'"))) {
            p = character(p, source[p]);
        }
        if (p - from == 5 && new String(source, from + 2, 3, StandardCharsets.US_ASCII).equalsIgnoreCase("xml")) {
            throw new Fault(
                    from, "an XML declaration stands inside the document", "it may only stand at the beginning");
        }
        if (!(source[p] == '?' && peek(p + 1, "'?>'") == '>') && !Bytes.isSpace(source[p])) {
            throw unexpected(p, "white space or '?>'");
        }
        while (true) {
            byte b = peek(p, "'?>'");
            if (b == '?' && peek(p + 1, "'?>'") == '>') {
                return p + 2;
            }
            p = character(p, b);
        }
    }

    /** The offset of {@code ]]>} of the CDATA section whose content begins at {@code from}. */
    final int cdata(int from) {
        int p = from;
        while (true) {
            byte b = peek(p, "']]>'");
            if (b == ']' && peek(p + 1, "']]>'") == ']' && peek(p + 2, "']]>'") == '>') {
                return p;
            }
            p = character(p, b);
        }
    }

    /** The offset behind the character that begins with a byte; checks that it is one. */
    final int character(int p, byte b) {
        if (b >= 0x20 || b == '\n' || b == '\t' || b == '\r') {
            return p + 1;
        }
        return b >= 0 ? control(p) : beyondAscii(p);
    }

    final int control(int p) {
        throw new Fault(p, "found " + shown(p) + ", which XML cannot hold", "");
    }

    /** The offset behind a character of several bytes. */
    final int beyondAscii(int p) {
        int lead = source[p] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4) {
            throw notUtf8(p);
        }
        int code = lead & 0x7F >> length;
        for (int i = 1; i < length; i++) {
            int b = peek(p + i, "the rest of a character");
            if ((b & 0xC0) != 0x80) {
                throw notUtf8(p);
            }
            code = code << 6 | b & 0x3F;
        }
        if (length == 3 && code < 0x800 || length == 4 && code < 0x10000 || !Bytes.isCharacter(code)) {
            throw notUtf8(p);
        }
        return p + length;
    }

    private Fault notUtf8(int p) {
        return new Fault(
                p,
                "found the byte " + String.format("0x%02X", source[p] & 0xFF) + ", which begins no character of UTF-8",
                DECLARE);
    }

    /** The offset behind the name {@code id}, which has to stand at {@code from}, and behind {@code >}. */
    final int endTag(int from, int id) {
        byte[] name = names.raw(id);
        int length = name.length;
        int p = from;
        if (length <= 8 && from + 8 <= limit) {
            long eight = (long) Bytes.LONG.get(source, from);
            if ((eight & names.mask(id)) != names.word(id)) {
                throw mismatch(from, id);
            }
            p += length;
        } else {
            for (byte b : name) {
                if (peek(p, "the end tag of '" + names.text(id) + "'") != b) {
                    throw mismatch(from, id);
                }
                p++;
            }
        }
        byte b = peek(p, "'>'");
        if (b == '>') {
            return p + 1;
        }
        if (Bytes.isNamePart(b)) {
            throw mismatch(from, id);
        }
        p = skipSpace(p);
        if (peek(p, "'>'") != '>') {
            throw unexpected(p, "'>'");
        }
        return p + 1;
    }

    private Fault mismatch(int from, int id) {
        int p = from;
        while (p < limit && Bytes.isNamePart(source[p])) {
            p++;
        }
        if (p >= limit && !last) {
            return Fault.INCOMPLETE;
        }
        return new Fault(
                from,
                "found the end tag '" + new String(source, from, p - from, StandardCharsets.UTF_8) + "' where that of '"
                        + names.text(id) + "' is expected",
                "close elements in the order in which they were opened, last first");
    }
}
