package dev.hinny.lang.engine.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read again from the start, as often as wanted; each open stream is independent. */
public interface ByteSource {
    /** A stream at the first byte. The caller closes it. Reading may block while the bytes still arrive. */
    InputStream open();

    /** Number of bytes, -1 while it is not known. */
    long size();

    /** All bytes in memory. The array must not be changed. */
    default byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ByteSource of(byte[] bytes) {
        return new Memory(bytes);
    }

    static ByteSource of(String text) {
        return new Memory(text.getBytes(StandardCharsets.UTF_8));
    }

    static ByteSource of(Path file) {
        return new File(file);
    }

    /** Bytes in memory. */
    record Memory(byte[] array) implements ByteSource {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(array);
        }

        @Override
        public long size() {
            return array.length;
        }

        @Override
        public byte[] bytes() {
            return array;
        }
    }

    /** A file, which must stay as it is while the source is in use. */
    record File(Path path) implements ByteSource {
        @Override
        public InputStream open() {
            try {
                return Files.newInputStream(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long size() {
            try {
                return Files.size(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
