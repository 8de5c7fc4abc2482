package dev.hinny.specs;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files of one reading: finds them, counts what they cost, and keeps their texts. For the readers of this module. */
public final class Files {
    private final SpecSource source;
    private final Limits limits;
    private final Problems problems;
    private final Map<String, Optional<String>> texts = new LinkedHashMap<>();
    private long bytes;
    private int nodes;

    Files(SpecSource source, Limits limits, Problems problems) {
        this.source = source;
        this.limits = limits;
        this.problems = problems;
    }

    public Problems problems() {
        return problems;
    }

    public Limits limits() {
        return limits;
    }

    public SourceSpan at(String name) {
        return SourceSpan.file(source.label(name));
    }

    public String label(String name) {
        return source.label(name);
    }

    /** The files that were found, in the order of their reading. */
    public List<String> names() {
        List<String> found = new ArrayList<>();
        texts.forEach((name, text) -> text.ifPresent(t -> found.add(name)));
        return found;
    }

    /** Counts values; false once there are too many, which is reported once. */
    public boolean spend(int count, SourceSpan place) {
        boolean before = nodes > limits.nodes();
        nodes += count;
        if (nodes > limits.nodes() && !before) {
            problems.error(
                    "SPEC-TOO-LARGE", place, "the specification has more than " + limits.nodes() + " values", "");
        }
        return nodes <= limits.nodes();
    }

    /**
     * The name of the file that a reference in another file means; empty and reported where it is remote or outside.
     * Backslashes count as slashes. A leading slash starts at the root. A file below {@code exchange_modules} that is
     * not beside the referring one is looked for in the module folder of the root.
     */
    public Optional<String> resolve(String from, String reference, SourceSpan place) {
        String ref = reference.strip().replace('\\', '/');
        if (ref.matches("(?i)[a-z][a-z0-9+.-]+:.*")) {
            problems.error(
                    "SPEC-REMOTE-REFERENCE",
                    place,
                    "'" + reference + "' is not a file of this specification",
                    "copy it beside the root file and refer to it by its relative path");
            return Optional.empty();
        }
        Optional<String> direct =
                normal(ref.startsWith("/") ? folder(source.root()) + ref.substring(1) : folder(from) + ref);
        if (direct.isPresent() && found(direct.get())) {
            return direct;
        }
        int module = ref.indexOf("exchange_modules/");
        if (module >= 0) {
            Optional<String> moved = normal(folder(source.root()) + ref.substring(module));
            if (moved.isPresent() && found(moved.get())) {
                return moved;
            }
        }
        if (direct.isEmpty()) {
            problems.error(
                    "SPEC-OUTSIDE-REFERENCE",
                    place,
                    "'" + reference + "' leads out of the folder of the specification",
                    "keep every file below the folder of the root file");
        }
        return direct;
    }

    private boolean found(String name) {
        return load(name).isPresent();
    }

    /** The text of a file; empty and reported where there is none. */
    public Optional<String> text(String name, SourceSpan place) {
        Optional<String> text = load(name);
        if (text.isEmpty()) {
            problems.error("SPEC-FILE-NOT-FOUND", place, "the file '" + name + "' is not there or cannot be read", "");
        }
        return text;
    }

    private Optional<String> load(String name) {
        Optional<String> known = texts.get(name);
        if (known != null) {
            return known;
        }
        Optional<String> text = Optional.empty();
        try {
            Optional<byte[]> content = source.read(name, limits.fileBytes());
            if (content.isPresent()) {
                bytes += content.get().length;
                if (content.get().length > limits.fileBytes() || bytes > limits.totalBytes()) {
                    problems.error(
                            "SPEC-TOO-LARGE",
                            at(name),
                            "the file is larger than " + limits.fileBytes() + " bytes, or all files together than "
                                    + limits.totalBytes(),
                            "");
                } else {
                    text = Optional.of(decode(content.get()));
                }
            }
        } catch (IOException e) {
            problems.error("SPEC-FILE-UNREADABLE", at(name), "the file cannot be read: " + e.getMessage(), "");
        }
        texts.put(name, text);
        return text;
    }

    private static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static Optional<String> normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** The end of a file's name after its last dot, in lower case. */
    public static String extension(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.substring(last.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
