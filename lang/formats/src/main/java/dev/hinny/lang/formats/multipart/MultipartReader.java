package dev.hinny.lang.formats.multipart;

import dev.hinny.base.MediaType;
import dev.hinny.base.Problem;
import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.format.ByteSource;
import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a document; their contents stay where they are. */
final class MultipartReader {
    private static final int MOST_PARTS = 10_000;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_HEADER = 1 << 15;
    private static final int LONGEST_PREAMBLE = 1 << 20;

    private final ByteSource source;
    private final Window window;
    private final FormatContext context;
    private final byte[] delimiter;
    private final MediaType otherwise;
    private final List<Entry> parts = new ArrayList<>();
    private int line = 1;

    /** Where a delimiter line stands: the end of what is before it, and the line behind it. */
    private record Delimiter(long contentEnd, long behind, boolean closes) {}

    /** @param otherwise media type of parts that name none */
    MultipartReader(ByteSource source, Window window, FormatContext context, String boundary, MediaType otherwise) {
        this.source = source;
        this.window = window;
        this.context = context;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
        this.otherwise = otherwise;
    }

    ObjectValue read() {
        List<Entry> entries = new ArrayList<>();
        Delimiter at = first();
        if (at.contentEnd() > 0) {
            entries.add(Entry.of("preamble", StringValue.of(window.text(0, at.contentEnd()))));
        }
        while (!at.closes()) {
            at = part(at.behind());
        }
        entries.add(Entry.of("parts", ObjectValue.of(parts)));
        return ObjectValue.of(entries);
    }

    private Delimiter first() {
        long at = 0;
        while (true) {
            Delimiter found = delimiter(at, 0);
            if (found != null) {
                return found;
            }
            long feed = window.lineFeed(at, LONGEST_PREAMBLE);
            if (feed < 0 || feed > LONGEST_PREAMBLE) {
                throw bad(
                        "there is no line '" + text() + "' where the first part should begin",
                        "set 'boundary' to what stands behind the two hyphens");
            }
            line++;
            at = feed + 1;
        }
    }

    private Delimiter part(long from) {
        line++;
        if (parts.size() == MOST_PARTS) {
            throw bad("the document has more than " + MOST_PARTS + " parts", "");
        }
        PartHeaders headers = new PartHeaders();
        long begin = headers(headers, from);
        int first = line;
        long at = begin;
        Delimiter end = delimiter(at, begin);
        while (end == null) {
            window.release(at - 2);
            long feed = window.skipLine(at);
            if (feed < 0) {
                throw bad(
                        "the document ends within the part that begins at line " + first + ", there is no line '"
                                + text() + "--'",
                        "perhaps it was cut off");
            }
            line++;
            at = feed + 1;
            end = delimiter(at, begin);
        }
        add(headers, begin, end.contentEnd());
        return end;
    }

    /** Reads headers up to the empty line; gives back where the content begins. */
    private long headers(PartHeaders headers, long from) {
        long at = from;
        while (delimiter(at, at) == null) {
            long feed = window.lineFeed(at, LONGEST_HEADER);
            if (feed == -1) {
                throw bad("the document ends in the headers of a part", "perhaps it was cut off");
            }
            if (feed < 0 || headers.size() == MOST_HEADERS) {
                throw bad(
                        "a part has more than " + MOST_HEADERS + " headers, or one of more than " + LONGEST_HEADER
                                + " bytes",
                        "an empty line ends the headers");
            }
            long end = feed > at && window.at(feed - 1) == '\r' ? feed - 1 : feed;
            boolean header = end > at && headers.add(window.text(at, end));
            if (!header && end > at) {
                return at;
            }
            line++;
            at = feed + 1;
            if (!header) {
                return at;
            }
        }
        return at;
    }

    private void add(PartHeaders headers, long begin, long end) {
        String name = headers.partName();
        String key = name == null ? "part" + parts.size() : name;
        FormatContext inside =
                new FormatContext(context.mediaType(), Map.of(), context.name() + ".parts." + key, context.resources());
        List<Entry> part = new ArrayList<>();
        part.add(Entry.of("headers", headers.value()));
        part.add(new PartContent(
                new Slice(source, begin, end - begin),
                headers,
                headers.mediaType().orElse(otherwise),
                inside));
        parts.add(Entry.of(key, ObjectValue.of(part)));
        window.release(end);
    }

    /** The delimiter line that starts here; null where there is none. */
    private @Nullable Delimiter delimiter(long at, long begin) {
        if (!window.startsWith(delimiter, at)) {
            return null;
        }
        long behind = at + delimiter.length;
        boolean closes = window.has(behind + 1) && window.at(behind) == '-' && window.at(behind + 1) == '-';
        behind += closes ? 2 : 0;
        while (window.has(behind) && (window.at(behind) == ' ' || window.at(behind) == '\t')) {
            behind++;
        }
        if (window.has(behind + 1) && window.at(behind) == '\r') {
            behind++;
        }
        if (window.has(behind) && window.at(behind) != '\n' && window.at(behind) != '\r') {
            return null;
        }
        long end = at;
        if (end > begin) {
            end--;
            end -= end > begin && window.at(end - 1) == '\r' ? 1 : 0;
        }
        return new Delimiter(end, behind + 1, closes);
    }

    private String text() {
        return new String(delimiter, StandardCharsets.UTF_8);
    }

    private FormatException bad(String message, String hint) {
        return new FormatException(
                Problem.error("BAD-MULTIPART", new SourceSpan(context.name(), line, 1, line, 1, 0, 0), message, hint));
    }
}
