package dev.hinny.lang.formats.flatfile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The encoding of records: one byte for each character, or UTF-8, into which all other encodings are turned. */
final class Coding {
    private final Charset charset;
    private final boolean single;
    private final boolean everyByte;
    private final boolean ascii;
    private final byte space;
    private final byte zero;
    private final byte carriageReturn;
    private final byte lineFeed;
    private final byte nextLine;

    private Coding(Charset charset, boolean single, boolean everyByte) {
        this.charset = charset;
        this.single = single;
        this.everyByte = everyByte;
        String letters = IntStream.range(0, 128).mapToObj(Character::toString).collect(Collectors.joining());
        this.ascii = letters.equals(new String(letters.getBytes(charset), StandardCharsets.ISO_8859_1));
        this.space = encoded(' ');
        this.zero = encoded('0');
        this.carriageReturn = encoded('\r');
        this.lineFeed = encoded('\n');
        // mainframes end lines with NEL, which tools take for a line feed
        this.nextLine = ascii ? lineFeed : (byte) (lineFeed == 0x15 ? 0x25 : 0x15);
    }

    static Coding of(Charset charset) {
        boolean single = charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1;
        if (!single) {
            return new Coding(StandardCharsets.UTF_8, false, false);
        }
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        return new Coding(charset, true, new String(all, charset).indexOf('\uFFFD') < 0);
    }

    private byte encoded(char character) {
        return String.valueOf(character).getBytes(charset)[0];
    }

    Charset charset() {
        return charset;
    }

    /** Whether the document has to be turned into UTF-8. */
    boolean transcodes(Charset documents) {
        return !single && !documents.equals(StandardCharsets.UTF_8);
    }

    /** Whether every byte is a character, so that records may hold bytes that are none. */
    boolean holdsBytes() {
        return everyByte;
    }

    int longest(int characters) {
        return single ? characters : Math.multiplyExact(characters, 4);
    }

    /** Where the text ends that has so many characters, -1 when there are fewer. */
    int skip(byte[] bytes, int from, int end, int characters) {
        if (single) {
            return characters <= end - from ? from + characters : -1;
        }
        int at = from;
        for (int i = 0; i < characters; i++) {
            if (at >= end) {
                return -1;
            }
            at++;
            while (at < end && (bytes[at] & 0xc0) == 0x80) {
                at++;
            }
        }
        return at;
    }

    int count(byte[] bytes, int from, int end) {
        if (single) {
            return end - from;
        }
        int count = 0;
        for (int i = from; i < end; i++) {
            count += (bytes[i] & 0xc0) != 0x80 ? 1 : 0;
        }
        return count;
    }

    String text(byte[] bytes, int from, int end) {
        return new String(bytes, from, end - from, charset);
    }

    /** @throws Faults.Unfit when the encoding lacks a character */
    byte[] bytes(String text) {
        if (ascii && isAscii(text)) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new Faults.Unfit(
                    "the encoding " + charset.name() + " has no form of '" + text + "'",
                    "replace what it lacks, or write in UTF-8",
                    e);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    boolean isBreak(byte b) {
        return b == lineFeed || b == carriageReturn || b == nextLine;
    }

    /** Where the line break ends that starts here. */
    int behindBreak(byte[] bytes, int at, int end) {
        return bytes[at] == carriageReturn && at + 1 < end && (bytes[at + 1] == lineFeed || bytes[at + 1] == nextLine)
                ? at + 2
                : at + 1;
    }

    boolean isSpaces(byte[] bytes, int from, int end) {
        return isAll(space, bytes, from, end);
    }

    boolean isZeroes(byte[] bytes, int from, int end) {
        return isAll(zero, bytes, from, end);
    }

    static boolean isAll(byte wanted, byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] != wanted) {
                return false;
            }
        }
        return true;
    }
}
