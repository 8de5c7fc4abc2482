package dev.hinny.lang.excel;

import dev.hinny.lang.engine.format.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that are read at any place: a ZIP archive has its list of parts at the end. Safe for use by several threads. */
sealed interface RandomBytes {
    /** What is larger and in no file yet goes to a temporary file. */
    int IN_MEMORY = 1_500_000;

    long size();

    /** Up to {@code length} bytes from the position on; fewer only at the end. */
    int read(long position, byte[] target, int offset, int length) throws IOException;

    static RandomBytes of(ByteSource source) throws IOException {
        return switch (source) {
            case ByteSource.Memory(byte[] bytes) -> new Memory(bytes);
            case ByteSource.File(Path path) -> file(FileChannel.open(path, StandardOpenOption.READ));
            default -> copy(source);
        };
    }

    private static RandomBytes copy(ByteSource source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(IN_MEMORY);
            if (start.length < IN_MEMORY) {
                return new Memory(start);
            }
            Path file = Files.createTempFile("hinny-", ".xlsx");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            ByteBuffer buffer = ByteBuffer.wrap(start);
            for (int length = start.length; length >= 0; length = in.read(start)) {
                buffer.clear().limit(length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            return file(channel);
        }
    }

    private static RandomBytes file(FileChannel channel) throws IOException {
        return new File(channel, channel.size());
    }

    /** Bytes in memory. */
    record Memory(byte[] bytes) implements RandomBytes {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            int count = (int) Math.min(length, bytes.length - position);
            if (count <= 0) {
                return 0;
            }
            System.arraycopy(bytes, (int) position, target, offset, count);
            return count;
        }
    }

    /** An open file; it is closed when nobody holds it any more. */
    record File(FileChannel channel, long size) implements RandomBytes {
        @Override
        public int read(long position, byte[] target, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
            int count = 0;
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, position + count);
                if (read < 0) {
                    break;
                }
                count += read;
            }
            return count;
        }
    }
}
