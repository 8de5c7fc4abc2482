package dev.hinny.lang.formats.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which encoding a document is in, by its byte order mark, its media type and its declaration; and its bytes as UTF-8. */
final class Encodings {
    private static final int LOOK_AHEAD = 256;
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private Encodings() {}

    /** @param head the first bytes of the document */
    static Charset of(byte[] head, int length, Optional<Charset> mediaType) {
        int a = length > 0 ? head[0] & 0xFF : -1;
        int b = length > 1 ? head[1] & 0xFF : -1;
        int c = length > 2 ? head[2] & 0xFF : -1;
        int d = length > 3 ? head[3] & 0xFF : -1;
        if (a == 0xEF && b == 0xBB && c == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (a == 0xFF && b == 0xFE) {
            return c == 0 && d == 0 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
        }
        if (a == 0xFE && b == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (a == 0 && b == 0 && (c == 0xFE && d == 0xFF || c == 0 && d == '<')) {
            return Charset.forName("UTF-32BE");
        }
        if (mediaType.isPresent()) {
            return mediaType.get();
        }
        if (a == '<' && b == 0) {
            return c == 0 && d == 0 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
        }
        if (a == 0 && b == '<') {
            return StandardCharsets.UTF_16BE;
        }
        return declared(new String(head, 0, Math.min(length, LOOK_AHEAD), StandardCharsets.ISO_8859_1));
    }

    private static Charset declared(String head) {
        Matcher matcher = DECLARED.matcher(head);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = matcher.group(1);
        try {
            Charset charset = Charset.forName(name);
            // The declaration was readable byte by byte: it was copied from a document that had another encoding.
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
                    ? StandardCharsets.UTF_8
                    : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Fault(matcher.start(1), "there is no encoding '" + name + "'", "for example encoding=\"UTF-8\"");
        }
    }

    /** The document as UTF-8: the same array when it is so already. */
    static byte[] utf8(byte[] document, Optional<Charset> mediaType) {
        Charset charset = of(document, document.length, mediaType);
        if (charset.equals(StandardCharsets.UTF_8) || sameInUtf8(charset, document)) {
            return document;
        }
        CharsetDecoder decoder = decoder(charset);
        ByteBuffer in = ByteBuffer.wrap(document);
        try {
            CharBuffer text = decoder.decode(in);
            int from = text.hasRemaining() && text.get(0) == '\uFEFF' ? 1 : 0;
            return text.subSequence(from, text.length()).toString().getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new Fault(
                    in.position(),
                    "found bytes that are no character of " + charset.name(),
                    "say which encoding the document has in its declaration or media type");
        }
    }

    private static boolean sameInUtf8(Charset charset, byte[] document) {
        if (!charset.equals(StandardCharsets.US_ASCII) && !charset.name().startsWith("ISO-8859-")) {
            return false;
        }
        for (byte b : document) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The document as a stream of UTF-8. */
    static InputStream utf8(InputStream document, Optional<Charset> mediaType) throws IOException {
        byte[] head = document.readNBytes(LOOK_AHEAD);
        Charset charset = of(head, head.length, mediaType);
        PushbackInputStream whole = new PushbackInputStream(document, Math.max(1, head.length));
        whole.unread(head);
        return charset.equals(StandardCharsets.UTF_8)
                ? whole
                : new Recoded(new InputStreamReader(whole, decoder(charset)));
    }

    /** Characters as UTF-8. */
    private static final class Recoded extends InputStream {
        private final Reader in;
        private final char[] chars = new char[4096];
        private byte[] bytes = new byte[0];
        private int next;
        private boolean begun;
        private char surrogate;

        Recoded(Reader in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[next++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - next);
            System.arraycopy(bytes, next, to, offset, count);
            next += count;
            return count;
        }

        private boolean fill() throws IOException {
            while (next >= bytes.length) {
                int from = 0;
                if (surrogate != 0) {
                    chars[from++] = surrogate;
                    surrogate = 0;
                }
                int count = in.read(chars, from, chars.length - from);
                if (count < 0) {
                    return false;
                }
                int to = from + count;
                if (Character.isHighSurrogate(chars[to - 1])) {
                    surrogate = chars[--to];
                }
                int start = !begun && to > 0 && chars[0] == '\uFEFF' ? 1 : 0;
                begun |= to > 0;
                bytes = new String(chars, start, to - start).getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
