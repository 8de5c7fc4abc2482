package dev.hinny.plane.server.exchange;

import dev.hinny.plane.server.usecase.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Refuses archives that are broken, leave their directory, or would unpack to too much. */
public final class Archives {
    private static final int MAX_ENTRIES = 65_535;
    private static final long MAX_UNPACKED = 2L << 30;

    private Archives() {}

    /** Reads the whole archive, since only its checksums tell whether it is whole. */
    public static void check(Path file, String name) {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        int entries = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!Path.of("/r").resolve(entry.getName()).normalize().startsWith("/r")
                        || entry.getName().startsWith("/")) {
                    throw refused(name, "its entry '" + entry.getName() + "' leaves the archive");
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                    }
                }
                if (unpacked > MAX_UNPACKED || ++entries > MAX_ENTRIES) {
                    throw refused(name, "it unpacks to more than 2 GB or " + MAX_ENTRIES + " files");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused(name, "it is corrupt or no archive: " + e.getMessage());
        }
        if (entries == 0) {
            throw refused(name, "it is empty");
        }
    }

    /** The content of a small file of the archive. */
    public static Optional<byte[]> read(Path file, String entry) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(found)) {
                return Optional.of(in.readNBytes(1 << 20));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Refusal refused(String name, String why) {
        return new Refusal(400, "the file '" + name + "' is refused: " + why, List.of());
    }
}
