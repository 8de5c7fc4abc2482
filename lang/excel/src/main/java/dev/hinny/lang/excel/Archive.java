package dev.hinny.lang.excel;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a ZIP archive, by name; each can be opened as often as wanted. Safe for use by several threads. */
final class Archive {
    private static final int MAX_PARTS = 10_000;
    private static final int MAX_DIRECTORY = 16 << 20;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    private final RandomBytes bytes;
    private final String name;
    private final boolean bombCheck;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** A part as the list at the archive's end describes it. */
    record Part(String name, int method, long crc, long compressed, long size, long header) {}

    private Archive(RandomBytes bytes, String name, boolean bombCheck) {
        this.bytes = bytes;
        this.name = name;
        this.bombCheck = bombCheck;
    }

    /** @throws FormatException when the bytes are no whole ZIP archive */
    static Archive open(ByteSource source, String name, boolean bombCheck) {
        try {
            Archive archive = new Archive(RandomBytes.of(source), name, bombCheck);
            archive.directory();
            return archive;
        } catch (IOException | UncheckedIOException e) {
            throw ExcelFormat.bad(SourceSpan.file(name), String.valueOf(e.getMessage()), "check the file", e);
        }
    }

    String name() {
        return name;
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** Size of a part when it is unpacked, as the archive claims. */
    long size(String part) {
        Part found = parts.get(part);
        return found == null ? 0 : found.size;
    }

    SourceSpan place(String part) {
        return SourceSpan.file(name + "!" + part);
    }

    /** @throws FormatException when there is no such part, or it is packed in an unknown way */
    InputStream open(String partName) {
        Part part = parts.get(partName);
        if (part == null) {
            throw ExcelFormat.bad(
                    SourceSpan.file(name), "the part '" + partName + "' is missing", "check the file", null);
        }
        try {
            ByteBuffer header = buffer(part.header, 30);
            if (header.getInt(0) != LOCAL || (header.getShort(6) & 1) != 0) {
                throw broken(
                        part.header,
                        (header.getShort(6) & 1) != 0
                                ? "the part '" + partName + "' is encrypted"
                                : "the part '" + partName + "' is not where the archive says");
            }
            long data = part.header + 30 + (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
            if (part.method != 0 && part.method != 8) {
                throw broken(part.header, "the part '" + partName + "' is packed by the method " + part.method);
            }
            return new PartStream(bytes, part, data, bombCheck, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FormatException broken(long offset, String what) {
        return ExcelFormat.bad(SourceSpan.atByte(name, offset), what, "check that the file is whole", null);
    }

    private ByteBuffer buffer(long position, int length) throws IOException {
        byte[] read = new byte[length];
        if (position < 0 || position > bytes.size() || bytes.read(position, read, 0, length) < length) {
            throw broken(bytes.size(), "the file ends too early");
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void directory() throws IOException {
        int length = (int) Math.min(bytes.size(), 65_557);
        ByteBuffer tail = buffer(bytes.size() - length, length);
        int at = length - 22;
        while (at >= 0 && tail.getInt(at) != END) {
            at--;
        }
        if (at < 0) {
            throw notZip();
        }
        long count = tail.getShort(at + 10) & 0xffff;
        long size = tail.getInt(at + 12) & 0xffffffffL;
        long offset = tail.getInt(at + 16) & 0xffffffffL;
        if (at >= 20 && tail.getInt(at - 20) == LOCATOR_64) {
            ByteBuffer end = buffer(tail.getLong(at - 12), 56);
            if (end.getInt(0) == END_64) {
                count = end.getLong(32);
                size = end.getLong(40);
                offset = end.getLong(48);
            }
        }
        if (count < 0 || count > MAX_PARTS || size < 0 || size > MAX_DIRECTORY || offset < 0) {
            throw broken(bytes.size() - length + at, "the archive has " + count + " parts, more than " + MAX_PARTS);
        }
        entries(buffer(offset, (int) size), (int) count, offset);
    }

    private void entries(ByteBuffer directory, int count, long offset) {
        for (int i = 0; i < count; i++) {
            int at = directory.position();
            if (directory.remaining() < 46 || directory.getInt(at) != CENTRAL) {
                throw broken(offset + at, "the archive's list of parts is damaged");
            }
            int nameLength = directory.getShort(at + 28) & 0xffff;
            int extraLength = directory.getShort(at + 30) & 0xffff;
            int commentLength = directory.getShort(at + 32) & 0xffff;
            if (directory.remaining() < 46 + nameLength + extraLength + commentLength) {
                throw broken(offset + at, "the archive's list of parts is damaged");
            }
            String part = new String(directory.array(), at + 46, nameLength, StandardCharsets.UTF_8);
            long[] wide = {
                directory.getInt(at + 24) & 0xffffffffL,
                directory.getInt(at + 20) & 0xffffffffL,
                directory.getInt(at + 42) & 0xffffffffL
            };
            widen(directory, at + 46 + nameLength, extraLength, wide);
            String known = part.replace('\\', '/');
            parts.put(
                    known,
                    new Part(
                            known,
                            directory.getShort(at + 10),
                            directory.getInt(at + 16) & 0xffffffffL,
                            wide[1],
                            wide[0],
                            wide[2]));
            directory.position(at + 46 + nameLength + extraLength + commentLength);
        }
    }

    /** Sizes that do not fit 32 bits stand in an extra field, in this order, as far as they do not fit. */
    private static void widen(ByteBuffer directory, int start, int length, long[] wide) {
        int at = start;
        while (at + 4 <= start + length) {
            int id = directory.getShort(at) & 0xffff;
            int size = directory.getShort(at + 2) & 0xffff;
            if (id == 1) {
                int next = at + 4;
                for (int i = 0; i < wide.length; i++) {
                    if (wide[i] == 0xffffffffL && next + 8 <= start + length) {
                        wide[i] = directory.getLong(next);
                        next += 8;
                    }
                }
            }
            at += 4 + size;
        }
    }

    private FormatException notZip() throws IOException {
        byte[] start = new byte[8];
        int length = bytes.read(0, start, 0, 8);
        @Nullable String hint = null;
        if (length == 8 && (start[0] & 0xff) == 0xd0 && (start[1] & 0xff) == 0xcf) {
            hint = "an .xls file or one with a password: save it as .xlsx without a password";
        }
        return ExcelFormat.bad(
                SourceSpan.file(name),
                "the file is no ZIP archive, or its end is missing",
                hint == null ? "check that the file is whole" : hint,
                null);
    }
}
