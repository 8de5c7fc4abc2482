package dev.hinny.lang.excel;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a part of an archive, watches how much it grows, and checks its sum at the end. */
final class PartStream extends InputStream {
    private static final long ALLOWED = 100_000;
    private static final long RATIO = 100;

    private final RandomBytes bytes;
    private final Archive.Part part;
    private final long start;
    private final boolean bombCheck;
    private final Archive archive;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] packed = new byte[8192];
    private long taken;
    private long grown;
    private boolean ended;

    PartStream(RandomBytes bytes, Archive.Part part, long start, boolean bombCheck, Archive archive) {
        this.bytes = bytes;
        this.part = part;
        this.start = start;
        this.bombCheck = bombCheck;
        this.archive = archive;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = part.method() == 0 ? stored(target, offset, length) : inflated(target, offset, length);
        if (count < 0) {
            ended = true;
            inflater.end();
            if (sum.getValue() != part.crc()) {
                throw archive.broken(start, "the part '" + part.name() + "' is damaged: its checksum is wrong");
            }
            return -1;
        }
        sum.update(target, offset, count);
        grown += count;
        if (bombCheck && grown > ALLOWED && grown > RATIO * Math.max(1, taken)) {
            throw new FormatException(Problem.error(
                    "ZIP-BOMB",
                    archive.place(part.name()),
                    "the part '" + part.name() + "' grows to more than " + RATIO + " times its packed size",
                    "set zipBombCheck to false when the file can be trusted"));
        }
        return count;
    }

    private int stored(byte[] target, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, part.compressed() - taken);
        if (wanted <= 0) {
            return -1;
        }
        int count = bytes.read(start + taken, target, offset, wanted);
        if (count <= 0) {
            throw early();
        }
        taken += count;
        return count;
    }

    private int inflated(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw archive.broken(start, "the part '" + part.name() + "' is damaged");
                }
                int wanted = (int) Math.min(packed.length, part.compressed() - taken);
                int read = wanted <= 0 ? 0 : bytes.read(start + taken, packed, 0, wanted);
                if (read <= 0) {
                    throw early();
                }
                taken += read;
                inflater.setInput(packed, 0, read);
            }
        } catch (DataFormatException e) {
            throw archive.broken(
                    start + taken, "the part '" + part.name() + "' is damaged: " + String.valueOf(e.getMessage()));
        }
    }

    private FormatException early() {
        return archive.broken(start + taken, "the part '" + part.name() + "' ends too early");
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            inflater.end();
        }
    }
}
