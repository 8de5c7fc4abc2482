package dev.hinny.plane.server.rest;

import dev.hinny.http.BodyTooLargeException;
import dev.hinny.http.Request;
import dev.hinny.plane.server.usecase.Refusal;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code multipart/form-data} body: fields in memory, files on disk until it is closed. */
public final class Multipart implements AutoCloseable {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";]*)\"?");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]*)\"?");
    private static final int MAX_PARTS = 200;
    private static final int MAX_FIELD = 1 << 20;
    private static final int MAX_HEAD = 1 << 14;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, Upload> files = new LinkedHashMap<>();

    /** A file that came with the request. */
    public record Upload(String fileName, Path path) {}

    private Multipart() {}

    static Multipart read(Request request, Path directory) {
        Matcher boundary = BOUNDARY.matcher(request.headers().first("content-type", ""));
        if (!boundary.find()) {
            throw Refusal.badRequest("expected a multipart/form-data body with a boundary");
        }
        Multipart multipart = new Multipart();
        try (InputStream in = new BufferedInputStream(request.body().stream(), 1 << 16)) {
            multipart.parts(in, boundary.group(1), directory);
            return multipart;
        } catch (BodyTooLargeException e) {
            multipart.close();
            throw new Refusal(413, "the request's body is too large", List.of());
        } catch (IOException e) {
            multipart.close();
            throw Refusal.badRequest("the body ended early: " + e.getMessage());
        } catch (RuntimeException e) {
            multipart.close();
            throw e;
        }
    }

    public Map<String, String> fields() {
        return fields;
    }

    public Map<String, Upload> files() {
        return files;
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public void close() {
        for (Upload upload : files.values()) {
            try {
                Files.deleteIfExists(upload.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void parts(InputStream in, String boundary, Path directory) throws IOException {
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        // The first delimiter may stand at the very start, without a line end before it.
        skipPreamble(in, ("--" + boundary).getBytes(StandardCharsets.US_ASCII));
        for (int parts = 0; ; parts++) {
            int one = in.read();
            int two = in.read();
            if (one == '-' && two == '-') {
                return;
            }
            if (parts == MAX_PARTS) {
                throw Refusal.badRequest("the body has more than " + MAX_PARTS + " parts");
            }
            part(in, delimiter, directory);
        }
    }

    private void part(InputStream in, byte[] delimiter, Path directory) throws IOException {
        String head = head(in);
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            throw Refusal.badRequest("a part of the body has no name");
        }
        Matcher fileName = FILE_NAME.matcher(head);
        if (fileName.find()) {
            Path file = Files.createTempFile(directory, "upload", "");
            Upload before = files.put(name.group(1), new Upload(baseName(fileName.group(1)), file));
            if (before != null) {
                Files.deleteIfExists(before.path());
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                content(in, delimiter, out, Long.MAX_VALUE);
            }
        } else {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content(in, delimiter, out, MAX_FIELD);
            fields.put(name.group(1), out.toString(StandardCharsets.UTF_8));
        }
    }

    private static void content(InputStream in, byte[] delimiter, OutputStream out, long limit) throws IOException {
        int matched = 0;
        long written = 0;
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw Refusal.badRequest("the multipart body ends inside a part");
            }
            if (b == delimiter[matched]) {
                if (++matched == delimiter.length) {
                    return;
                }
                continue;
            }
            // A carriage return occurs in the delimiter only at its start, so no other fall-back is possible.
            out.write(delimiter, 0, matched);
            written += matched;
            matched = b == delimiter[0] ? 1 : 0;
            if (matched == 0) {
                out.write(b);
                written++;
            }
            if (written > limit) {
                throw new Refusal(413, "a field of the body is larger than " + limit + " bytes", List.of());
            }
        }
    }

    private static void skipPreamble(InputStream in, byte[] first) throws IOException {
        int matched = 0;
        for (int i = 0; matched < first.length; i++) {
            int b = in.read();
            if (b < 0 || i > MAX_HEAD) {
                throw Refusal.badRequest("the multipart body does not start with its boundary");
            }
            matched = b == first[matched] ? matched + 1 : b == first[0] ? 1 : 0;
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int line = 0;
        while (true) {
            int b = in.read();
            if (b < 0 || head.size() > MAX_HEAD) {
                throw Refusal.badRequest("a part of the multipart body has no end of its headers");
            }
            head.write(b);
            if (b == '\n') {
                if (line == 0) {
                    return head.toString(StandardCharsets.UTF_8);
                }
                line = 0;
            } else if (b != '\r') {
                line++;
            }
        }
    }

    private static String baseName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
