package dev.hinny.lang.tools;

import dev.hinny.lang.engine.format.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Standard input, read once when somebody first asks, kept in memory while it is small and in a file otherwise. */
public final class StandardInput {
    private static final int IN_MEMORY = 16 << 20;

    private final InputStream in;
    private final Runnable before;
    private @Nullable ByteSource read;

    public StandardInput(InputStream in) {
        this(in, () -> {});
    }

    /** @param before runs when the reading begins */
    StandardInput(InputStream in, Runnable before) {
        this.in = in;
        this.before = before;
    }

    /** All of the process's standard input as text. */
    static String text() throws IOException {
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }

    synchronized ByteSource bytes() {
        ByteSource known = read;
        if (known == null) {
            before.run();
            try {
                known = take();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read = known;
        }
        return known;
    }

    private ByteSource take() throws IOException {
        byte[] first = in.readNBytes(IN_MEMORY);
        if (first.length < IN_MEMORY) {
            return ByteSource.of(first);
        }
        Path file = Files.createTempFile("hinny-input-", "");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(first);
            in.transferTo(out);
        }
        return ByteSource.of(file);
    }
}
