package dev.hinny.plane.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/** File contents by their SHA-256, in pieces, so that a large file is never in memory as a whole. */
public final class Blobs {
    private static final int PIECE = 1 << 20;

    private Blobs() {}

    /** Stores the file's content in the transaction unless it is there; returns its hexadecimal SHA-256. */
    public static String put(Sql sql, Path file) {
        try {
            String sha256 = sha256(file);
            int added = sql.run(
                    "insert into blobs(sha256, size) values (?, ?) on conflict do nothing", sha256, Files.size(file));
            if (added == 1) {
                try (InputStream in = Files.newInputStream(file)) {
                    byte[] piece = new byte[PIECE];
                    int read;
                    for (int i = 0; (read = in.readNBytes(piece, 0, PIECE)) > 0; i++) {
                        sql.run(
                                "insert into blob_pieces(sha256, piece, content) values (?, ?, ?)",
                                sha256,
                                i,
                                read == PIECE ? piece : Arrays.copyOf(piece, read));
                    }
                }
            }
            return sha256;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The size of a stored content, -1 when it is not there. */
    public static long size(Sql sql, String sha256) {
        return sql.one("select size from blobs where sha256 = ?", row -> row.number("size"), sha256)
                .orElse(-1L);
    }

    /** Writes a stored content, one piece and one short transaction at a time. */
    public static void copy(Database database, String sha256, OutputStream out) throws IOException {
        for (int i = 0; ; i++) {
            int piece = i;
            byte[] content = database.read(sql -> sql.one(
                            "select content from blob_pieces where sha256 = ? and piece = ?",
                            row -> row.bytes("content"),
                            sha256,
                            piece)
                    .orElse(new byte[0]));
            if (content.length == 0) {
                return;
            }
            out.write(content);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Hashes.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.read(buffer)) > 0) {
                digest.update(buffer, 0, read);
            }
        }
        return Hashes.hex(digest.digest());
    }
}
