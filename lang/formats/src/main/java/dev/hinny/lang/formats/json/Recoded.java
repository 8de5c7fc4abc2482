package dev.hinny.lang.formats.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes UTF-8 of JSON and writes it in another charset; characters that it lacks become escapes. */
final class Recoded extends OutputStream {
    private static final int CHUNK = 4096;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private final CharsetEncoder known;
    private final Writer out;

    Recoded(OutputStream out, Charset charset) {
        this.out = new OutputStreamWriter(out, charset);
        this.known = charset.newEncoder();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int now = Math.min(bytes.remaining(), count - done);
            bytes.put(from, offset + done, now);
            done += now;
            bytes.flip();
            decoder.decode(bytes, chars, false);
            bytes.compact();
            chars.flip();
            write(chars);
            chars.clear();
        }
    }

    private void write(CharBuffer text) throws IOException {
        if (known.canEncode(text.duplicate())) {
            out.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length();
            CharSequence one = text.subSequence(i, pair ? i + 2 : i + 1);
            if (known.canEncode(one)) {
                out.append(one);
            } else {
                for (int j = 0; j < one.length(); j++) {
                    out.append(String.format(Locale.ROOT, "\\u%04X", (int) one.charAt(j)));
                }
            }
            i += one.length() - 1;
        }
    }

    /** Passes on what is left. */
    void finish() throws IOException {
        out.flush();
    }
}
