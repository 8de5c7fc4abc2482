package dev.hinny.plane.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Unpacks a tar stream (ustar with GNU long names) below a directory; entries that would leave it are refused. */
final class Tar {
    private static final int BLOCK = 512;

    private Tar() {}

    static void unpack(InputStream in, Path directory) throws IOException {
        byte[] header = new byte[BLOCK];
        String longName = "";
        String longLink = "";
        while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            long size = octal(header, 124, 12);
            char type = (char) header[156];
            if (type == 'L' || type == 'K') {
                String text = text(in.readNBytes(Math.toIntExact(size)), 0, Math.toIntExact(size));
                in.skipNBytes(padding(size));
                longName = type == 'L' ? text : longName;
                longLink = type == 'K' ? text : longLink;
                continue;
            }
            Path target = inside(directory, longName.isEmpty() ? name(header) : longName);
            String link = longLink.isEmpty() ? text(header, 157, 100) : longLink;
            longName = "";
            longLink = "";
            switch (type) {
                case '5' -> Files.createDirectories(target);
                case '2' -> {
                    Files.createDirectories(parent(target));
                    inside(
                            directory,
                            directory.relativize(parent(target).resolve(link)).toString());
                    Files.createSymbolicLink(target, Path.of(link));
                }
                case '1' -> Files.copy(inside(directory, link), target);
                case '0', '\0' -> file(in, target, size, (int) octal(header, 100, 8));
                default -> in.skipNBytes(size);
            }
            in.skipNBytes(type == '5' || type == '2' || type == '1' ? 0 : padding(size));
        }
    }

    private static void file(InputStream in, Path target, long size, int mode) throws IOException {
        Files.createDirectories(parent(target));
        try (var out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[65536];
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("archive ends inside '" + target.getFileName() + "'");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        if ((mode & 0111) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Path inside(Path directory, String name) throws IOException {
        Path target = directory.resolve(name).normalize();
        if (!target.startsWith(directory.normalize())) {
            throw new IOException("archive entry '" + name + "' leaves the directory");
        }
        return target;
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static String name(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int start, int length) {
        int end = start;
        while (end < start + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] bytes, int start, int length) {
        String digits = text(bytes, start, length).trim();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }
}
