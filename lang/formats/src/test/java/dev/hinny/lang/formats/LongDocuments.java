package dev.hinny.lang.formats;

import dev.hinny.base.MediaType;
import dev.hinny.base.SourceText;
import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.Script;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.TypedValue;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A program that transforms documents much longer than its heap: {@code MEDIA-TYPE FIRST-LINE LINE MEGABYTES SCRIPT}. */
final class LongDocuments {
    private LongDocuments() {}

    public static void main(String[] args) {
        byte[] first = args[1].replace("|", "\n").getBytes(StandardCharsets.UTF_8);
        byte[] lines = args[2].replace("|", "\n").repeat(1000).getBytes(StandardCharsets.UTF_8);
        long size = Long.parseLong(args[3]) << 20;
        ByteSource source = new ByteSource() {
            @Override
            public InputStream open() {
                return new Repeated(first, lines, size);
            }

            @Override
            public long size() {
                return -1;
            }
        };
        Script script =
                Script.compile(new SourceText("long.dwl", args[4]), CompileOptions.NONE.withNames(Set.of("payload")));
        long[] written = {0};
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written[0] += length;
            }
        };
        TypedValue payload = TypedValue.of(source, MediaType.parse(args[0]).orElseThrow());
        script.write(Bindings.builder().typed("payload", payload).build(), MediaType.JSON, out);
        System.out.println(written[0]);
    }

    /** A first piece, then lines again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] lines;
        private final long size;
        private byte[] piece;
        private int position;
        private long given;

        Repeated(byte[] first, byte[] lines, long size) {
            this.piece = first;
            this.lines = lines;
            this.size = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == piece.length) {
                if (given >= size) {
                    return -1;
                }
                piece = lines;
                position = 0;
            }
            int count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, offset, count);
            position += count;
            given += count;
            return count;
        }
    }
}
