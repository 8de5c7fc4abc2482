package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.ResourceResolver;
import dev.hinny.lang.engine.format.ByteSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The general entities that a document type declares, and a document with them put in place of their references: as many as
 * {@code maxEntityCount} allows, and never more than {@link #MAXIMUM_BYTES}.
 */
final class Entities {
    private static final int MAXIMUM_BYTES = 1 << 26;
    /** The bytes that may begin or end something; runs of others are copied. */
    private static final String MARKS = "<>&\"'";

    private static final Pattern DECLARATION = Pattern.compile(
            "<!--.*?-->|<\\?.*?\\?>|<!ENTITY\\s+(%\\s+)?([^\\s\"'>]+)\\s+(?:\"([^\"]*)\"|'([^']*)'|SYSTEM\\s*(\"[^\"]*\"|'[^']*')"
                + "|PUBLIC\\s*(?:\"[^\"]*\"|'[^']*')\\s*(\"[^\"]*\"|'[^']*'))\\s*(NDATA[^>]*)?>|(%[^\\s;\"'<>]+;)",
            Pattern.DOTALL);

    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9A-Fa-f]+)|([0-9]+));");

    private final ReadOptions options;
    private final ResourceResolver resources;
    private final Map<String, Entity> known = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<String> inside = new ArrayDeque<>();
    private int count;

    /** For each outermost reference that was replaced: where its text begins and ends, and where the reference does. */
    private final List<int[]> splices = new ArrayList<>();

    /** Where the reference in the document is that is being replaced; the place of faults. */
    private int place;

    private record Entity(@Nullable String text, @Nullable String systemId) {}

    Entities(Doctype type, ReadOptions options, ResourceResolver resources) {
        this.options = options;
        this.resources = resources;
        if (type.subset() != null) {
            declare(type.subset(), type.subsetOffset());
        }
    }

    private void declare(String subset, int offset) {
        Matcher matcher = DECLARATION.matcher(subset);
        while (matcher.find()) {
            place = offset + subset.substring(0, matcher.start()).getBytes(StandardCharsets.UTF_8).length;
            if (matcher.group(1) != null || matcher.group(8) != null) {
                throw new Fault(place, "the document type has parameter entities, which are not supported", "");
            }
            String name = matcher.group(2);
            if (name == null || TextDecoder.predefined(name) != 0) {
                continue;
            }
            String text = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            String systemId = matcher.group(5) != null ? matcher.group(5) : matcher.group(6);
            known.putIfAbsent(
                    name,
                    text != null
                            ? new Entity(literal(text), null)
                            : new Entity(null, systemId == null ? "" : systemId.substring(1, systemId.length() - 1)));
        }
    }

    /** Character references in the literal of an entity are taken apart when it is declared, others when it is used. */
    private String literal(String text) {
        if (text.indexOf('%') >= 0) {
            throw new Fault(place, "the document type has parameter entities, which are not supported", "");
        }
        if (!text.contains("&#")) {
            return text;
        }
        StringBuilder decoded = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        int from = 0;
        while (reference.find()) {
            decoded.append(text, from, reference.start());
            boolean hex = reference.group(1) != null;
            String digits = hex ? reference.group(1) : reference.group(2);
            int code = digits.length() > 8 ? -1 : Integer.parseInt(digits, hex ? 16 : 10);
            if (!Bytes.isCharacter(code)) {
                throw new Fault(place, "the reference names no character that XML can hold", "");
            }
            decoded.appendCodePoint(code);
            from = reference.end();
        }
        decoded.append(text, from, text.length());
        return decoded.toString();
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** The document with its first {@code from} bytes as they are and the references behind them replaced. */
    byte[] expand(byte[] document, int from) {
        out.write(document, 0, from);
        copy(document, from, new int[1], true);
        return out.toByteArray();
    }

    /** The offset in the document of an offset in the expanded one; the reference for what came out of an entity. */
    int original(int expanded) {
        int moved = 0;
        for (int[] splice : splices) {
            if (expanded < splice[0]) {
                break;
            }
            if (expanded < splice[1]) {
                return splice[2];
            }
            moved = splice[3] - splice[1];
        }
        return expanded + moved;
    }

    /** {@code state[0]}: 0 in text, 1 in a tag, the quote in a value. */
    private void copy(byte[] bytes, int from, int[] state, boolean outermost) {
        int p = from;
        while (p < bytes.length) {
            if (outermost) {
                place = p;
            }
            int run = p;
            while (run < bytes.length && MARKS.indexOf(bytes[run]) < 0) {
                run++;
            }
            if (run > p) {
                write(bytes, p, run - p);
                p = run;
                continue;
            }
            byte b = bytes[p];
            int skipped = state[0] == 0 && b == '<' ? section(bytes, p) : 0;
            if (skipped > 0) {
                write(bytes, p, skipped);
                p += skipped;
                continue;
            }
            if (b == '&' && state[0] != 1) {
                int end = p + 1;
                while (end < bytes.length && Bytes.isNamePart(bytes[end])) {
                    end++;
                }
                String name = new String(bytes, p + 1, end - p - 1, StandardCharsets.UTF_8);
                if (end < bytes.length && bytes[end] == ';' && known.containsKey(name)) {
                    int begin = out.size();
                    replace(name, state);
                    if (outermost) {
                        splices.add(new int[] {begin, out.size(), p, end + 1});
                    }
                    p = end + 1;
                    continue;
                }
            }
            step(b, state);
            if (!outermost && state[0] > 1 && (b == '"' || b == '\'')) {
                // A quote that comes out of an entity does not end the value that the reference stands in.
                byte[] reference = (b == '"' ? "&#34;" : "&#39;").getBytes(StandardCharsets.US_ASCII);
                write(reference, 0, reference.length);
            } else {
                write(bytes, p, 1);
            }
            p++;
        }
    }

    private void step(byte b, int[] state) {
        if (state[0] > 1) {
            state[0] = b == state[0] && inside.isEmpty() ? 1 : state[0];
        } else if (state[0] == 1) {
            state[0] = b == '>' ? 0 : b == '"' || b == '\'' ? b : 1;
        } else if (b == '<') {
            state[0] = 1;
        }
    }

    /** The length of the comment, CDATA section or instruction at an offset; 0 for other markup. */
    private static int section(byte[] bytes, int p) {
        if (p + 1 < bytes.length && bytes[p + 1] == '?') {
            return length(bytes, p, "?>");
        }
        if (p + 3 < bytes.length && bytes[p + 1] == '!') {
            return length(bytes, p, bytes[p + 2] == '-' ? "-->" : "]]>");
        }
        return 0;
    }

    private static int length(byte[] bytes, int from, String end) {
        for (int p = from + 2; p + end.length() <= bytes.length; p++) {
            int i = 0;
            while (i < end.length() && bytes[p + i] == end.charAt(i)) {
                i++;
            }
            if (i == end.length()) {
                return p + i - from;
            }
        }
        return bytes.length - from;
    }

    private void replace(String name, int[] state) {
        Entity entity = known.get(name);
        if (entity == null) {
            return;
        }
        if (inside.contains(name)) {
            throw new Fault(place, "the entity '" + name + "' contains itself", "");
        }
        if (++count > options.maximumEntities()) {
            throw new Fault(
                    place,
                    "the document uses more entities than maxEntityCount allows, which is " + options.maximumEntities(),
                    "raise maxEntityCount if the document can be trusted");
        }
        String text = entity.text();
        boolean quoted = state[0] > 1;
        byte[] bytes = text != null ? text.getBytes(StandardCharsets.UTF_8) : external(name, entity, quoted);
        inside.push(name);
        copy(bytes, 0, state, false);
        inside.pop();
    }

    private byte[] external(String name, Entity entity, boolean quoted) {
        if (!options.externalEntities() || quoted) {
            throw new Fault(
                    place,
                    "the entity '" + name + "' is outside the document"
                            + (quoted ? ", and stands in an attribute" : ""),
                    "external entities are read where externalEntities=true, and never in attributes");
        }
        ByteSource found = resources.open(String.valueOf(entity.systemId()));
        if (found == null) {
            throw new Fault(place, "there is nothing at '" + entity.systemId() + "', the entity '" + name + "'", "");
        }
        byte[] text = Encodings.utf8(found.bytes(), Optional.empty());
        int begin = new String(text, 0, Math.min(text.length, 5), StandardCharsets.ISO_8859_1).equals("<?xml")
                ? length(text, 0, "?>")
                : 0;
        return java.util.Arrays.copyOfRange(text, begin, text.length);
    }

    private void write(byte[] bytes, int from, int length) {
        if (!inside.isEmpty() && out.size() + length > MAXIMUM_BYTES) {
            throw new Fault(place, "the entities make the document larger than " + MAXIMUM_BYTES + " bytes", "");
        }
        out.write(bytes, from, length);
    }
}
