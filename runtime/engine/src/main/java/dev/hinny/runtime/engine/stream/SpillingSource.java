package dev.hinny.runtime.engine.stream;

import dev.hinny.lang.engine.format.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A stream made repeatable: read from its origin as far as somebody reads, the first part kept in memory, the rest in a
 * temporary file that goes with the last reference to the source. Thread-safe.
 */
public final class SpillingSource implements ByteSource {
    /** What stays in memory when nobody says otherwise. */
    public static final int MEMORY = 512 << 10;

    private static final Cleaner CLEANER = Cleaner.create();
    private static final int CHUNK = 16 << 10;

    private final InputStream origin;
    private final int bound;
    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Spill spill = new Spill();
    private byte[] memory;
    private int inMemory;
    private long filled;
    private boolean complete;
    private @Nullable IOException failure;

    /**
     * @param bound bytes that stay in memory
     * @param folder for the temporary file, made when needed
     */
    public SpillingSource(InputStream origin, long sizeHint, int bound, Path folder) {
        this.origin = origin;
        this.bound = bound;
        this.folder = folder;
        this.memory = new byte[(int) Math.clamp(sizeHint < 0 ? CHUNK : sizeHint + 1, 64, Math.max(64, bound))];
        CLEANER.register(this, spill);
    }

    /** The file part; apart from the source so that it can outlive it until it is cleaned. */
    private static final class Spill implements Runnable {
        private @Nullable FileChannel channel;
        private @Nullable Path file;

        synchronized FileChannel open(Path folder) throws IOException {
            FileChannel known = channel;
            if (known == null) {
                Files.createDirectories(folder);
                file = Files.createTempFile(folder, "stream-", ".bin");
                known = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                channel = known;
            }
            return known;
        }

        @Override
        public synchronized void run() {
            try {
                if (channel != null) {
                    channel.close();
                }
                if (file != null) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                file = null;
            }
        }
    }

    @Override
    public InputStream open() {
        return new View();
    }

    @Override
    public long size() {
        lock.lock();
        try {
            return complete ? filled : -1;
        } finally {
            lock.unlock();
        }
    }

    /** How many bytes are in the temporary file. */
    public long spilled() {
        lock.lock();
        try {
            return filled - inMemory;
        } finally {
            lock.unlock();
        }
    }

    private int read(long position, byte[] to, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (position >= filled && !complete) {
                pull();
            }
            if (position >= filled) {
                if (failure != null) {
                    throw new IOException(failure.getMessage(), failure);
                }
                return -1;
            }
            int count = (int) Math.min(length, filled - position);
            if (position < inMemory) {
                int part = Math.min(count, inMemory - (int) position);
                System.arraycopy(memory, (int) position, to, offset, part);
                return part;
            }
            return spill.open(folder).read(ByteBuffer.wrap(to, offset, count), position - inMemory);
        } finally {
            lock.unlock();
        }
    }

    private void pull() throws IOException {
        byte[] chunk = new byte[CHUNK];
        int count;
        try {
            count = origin.read(chunk);
            if (count < 0) {
                complete = true;
                origin.close();
                return;
            }
        } catch (IOException e) {
            complete = true;
            failure = e;
            return;
        }
        int part = Math.min(count, bound - inMemory);
        if (filled > inMemory) {
            part = 0;
        }
        if (part > 0) {
            if (inMemory + part > memory.length) {
                memory = Arrays.copyOf(memory, Math.min(bound, Math.max(memory.length * 2, inMemory + part)));
            }
            System.arraycopy(chunk, 0, memory, inMemory, part);
            inMemory += part;
            filled += part;
        }
        if (part < count) {
            ByteBuffer rest = ByteBuffer.wrap(chunk, part, count - part);
            FileChannel channel = spill.open(folder);
            while (rest.hasRemaining()) {
                filled += channel.write(rest, filled - inMemory);
            }
        }
    }

    /** A reader at a place of its own. */
    private final class View extends InputStream {
        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, to.length);
            if (length == 0) {
                return 0;
            }
            int count = SpillingSource.this.read(position, to, offset, length);
            position += Math.max(0, count);
            return count;
        }

        @Override
        public int available() {
            lock.lock();
            try {
                return (int) Math.min(Integer.MAX_VALUE, Math.max(0, filled - position));
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
