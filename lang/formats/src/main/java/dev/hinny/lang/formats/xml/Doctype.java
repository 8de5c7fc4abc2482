package dev.hinny.lang.formats.xml;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document type declaration.
 *
 * @param subset text between its brackets
 * @param subsetOffset where that text begins
 */
record Doctype(
        String root,
        @Nullable String publicId,
        @Nullable String systemId,
        @Nullable String subset,
        int subsetOffset) {

    /** Reads the declaration that begins with {@code <!DOCTYPE} at the scanner's position. */
    static Doctype read(Scanner in) {
        in.at += 9;
        space(in);
        String root = name(in);
        space(in);
        String publicId = null;
        String systemId = null;
        if (in.looksAt(in.at, "PUBLIC")) {
            in.at += 6;
            publicId = literal(in);
            systemId = literal(in);
        } else if (in.looksAt(in.at, "SYSTEM")) {
            in.at += 6;
            systemId = literal(in);
        }
        space(in);
        String subset = null;
        int from = in.at + 1;
        if (in.peek(in.at, "'>'") == '[') {
            in.at++;
            skipSubset(in);
            subset = new String(in.source, from, in.at - from, StandardCharsets.UTF_8);
            in.at++;
            space(in);
        }
        if (in.peek(in.at, "'>'") != '>') {
            throw in.unexpected(in.at, "'>' of the document type");
        }
        in.at++;
        return new Doctype(root, publicId, systemId, subset, from);
    }

    private static void space(Scanner in) {
        in.at = in.skipSpace(in.at);
    }

    private static String name(Scanner in) {
        return in.names.text(in.name("the name of the root element"));
    }

    private static String literal(Scanner in) {
        int from = in.skipSpace(in.at);
        byte quote = in.peek(from, "a quoted identifier");
        if (quote != '"' && quote != '\'') {
            throw in.unexpected(from, "a quoted identifier");
        }
        int p = from + 1;
        for (byte b = in.peek(p, "the closing quote"); b != quote; b = in.peek(p, "the closing quote")) {
            p = in.character(p, b);
        }
        in.at = p + 1;
        return new String(in.source, from + 1, p - from - 1, StandardCharsets.UTF_8);
    }

    /** Moves to the bracket that ends the subset. */
    private static void skipSubset(Scanner in) {
        while (true) {
            int p = in.skipSpace(in.at);
            byte b = in.peek(p, "']' of the document type");
            if (b == ']') {
                in.at = p;
                return;
            }
            if (b == '%') {
                in.at = p + 1;
                in.name("the name of an entity");
                if (in.peek(in.at, "';'") != ';') {
                    throw in.unexpected(in.at, "';'");
                }
                in.at++;
            } else if (b == '<' && in.looksAt(p, "<!--")) {
                in.at = in.comment(p);
            } else if (b == '<' && in.looksAt(p, "<?")) {
                in.at = in.instruction(p);
            } else if (b == '<' && in.looksAt(p, "<!")) {
                in.at = declaration(in, p + 2);
            } else {
                throw in.unexpected(p, "a declaration or ']'");
            }
        }
    }

    private static int declaration(Scanner in, int from) {
        int p = from;
        byte quote = 0;
        while (true) {
            byte b = in.peek(p, "'>' of a declaration");
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                return p + 1;
            } else if (b == '<' || b == ']' || b == '[') {
                throw in.unexpected(p, "'>' of a declaration");
            }
            p = in.character(p, b);
        }
    }

    /** The metadata {@code docType} of a document. */
    Schema schema() {
        List<Entry> parts = new ArrayList<>();
        parts.add(Entry.of("rootName", StringValue.of(root)));
        add(parts, "publicId", publicId);
        add(parts, "systemId", systemId);
        add(parts, "internalSubset", subset);
        return Schema.of("docType", ObjectValue.of(parts));
    }

    private static void add(List<Entry> parts, String name, @Nullable String text) {
        if (text != null) {
            parts.add(Entry.of(name, StringValue.of(text)));
        }
    }

    /** The declaration that a value's metadata asks for; null when there is none. */
    static @Nullable Doctype of(Value value) {
        if (!(value.schema().get("docType") instanceof ObjectValue parts) || text(parts, "rootName") == null) {
            return null;
        }
        return new Doctype(
                String.valueOf(text(parts, "rootName")),
                text(parts, "publicId"),
                text(parts, "systemId"),
                text(parts, "internalSubset"),
                0);
    }

    private static @Nullable String text(ObjectValue parts, String name) {
        return parts.get(name) instanceof StringValue s ? s.text() : null;
    }
}
