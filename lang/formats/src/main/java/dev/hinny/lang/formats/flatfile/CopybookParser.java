package dev.hinny.lang.formats.flatfile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.formats.flatfile.CopybookClauses.Held;
import dev.hinny.lang.formats.flatfile.CopybookTokens.Token;
import dev.hinny.lang.formats.flatfile.FieldFormat.Justify;
import dev.hinny.lang.formats.flatfile.FieldFormat.Sign;
import dev.hinny.lang.formats.flatfile.Item.Composite;
import dev.hinny.lang.formats.flatfile.Item.Element;
import dev.hinny.lang.formats.flatfile.Item.Usage;
import dev.hinny.lang.formats.flatfile.Redefinitions.Declared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a COBOL copybook into segments, one for each declaration of level 01. */
final class CopybookParser {
    private static final int MAX_DEPTH = 50;

    private final String source;
    private final List<CopybookClauses> declarations = new ArrayList<>();
    /** Dotted names of the fields of the record so far, by their own names. */
    private final Map<String, String> paths = new LinkedHashMap<>();

    private int next;

    private CopybookParser(String source) {
        this.source = source;
    }

    static Layout parse(String text, String source) {
        return new CopybookParser(source).layout(CopybookTokens.of(text, source));
    }

    private Layout layout(List<Token> tokens) {
        List<Token> open = new ArrayList<>();
        for (Token token : tokens) {
            if (!token.isEnd()) {
                open.add(token);
            } else if (!open.isEmpty()) {
                declare(open);
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty()) {
            throw Faults.schema(
                    open.getLast().place(), "the last declaration has no period", "end every declaration with '.'");
        }
        Map<String, Segment> segments = new LinkedHashMap<>();
        while (next < declarations.size()) {
            CopybookClauses record = declarations.get(next);
            if (record.level != 1) {
                throw Faults.schema(
                        record.name.place(),
                        "'" + record.name.text() + "' of level " + record.level + " belongs to no record",
                        record.level == 77
                                ? "level 77 is not supported"
                                : "put a line such as '01 RECORD-NAME.' before it");
            }
            paths.clear();
            Item item = item(record, Held.DISPLAY, "", 0);
            if ((long) item.length() * item.count() > FfdElements.LONGEST) {
                throw Faults.schema(
                        record.name.place(), "a record longer than " + FfdElements.LONGEST + " characters", "");
            }
            List<Item> items = item instanceof Composite c && c.count() == 1 ? c.items() : List.of(item);
            Segment segment = Segment.of(record.name.text(), null, items);
            if (segments.put(segment.id(), segment) != null) {
                throw Faults.schema(record.name.place(), "the record '" + segment.id() + "' is declared twice", "");
            }
        }
        if (segments.isEmpty()) {
            throw Faults.schema(SourceSpan.file(source), "the copybook declares no record", "start it with '01 NAME.'");
        }
        return new Layout(source, Layout.Form.COPYBOOK, Map.of(), segments);
    }

    private void declare(List<Token> tokens) {
        CopybookClauses clauses = CopybookClauses.of(tokens);
        // condition names and other names for the same data describe no data
        if (clauses.level != 88 && clauses.level != 66) {
            declarations.add(clauses);
        }
    }

    private Item item(CopybookClauses clauses, Held inherited, String path, int depth) {
        next++;
        if (depth > MAX_DEPTH) {
            throw Faults.schema(clauses.name.place(), "more than " + MAX_DEPTH + " levels", "make the record simpler");
        }
        Held held = clauses.held == null ? inherited : clauses.held;
        String name = clauses.name.text();
        Key key = clauses.isFiller() && (clauses.picture != null || clauses.count == 1) ? null : Key.of(name);
        String own = depth == 0 || key == null ? path : path.isEmpty() ? name : path + "." + name;
        String control = control(clauses);
        Picture picture = clauses.picture;
        if (picture != null) {
            paths.put(name, own);
            if (next < declarations.size() && declarations.get(next).level > clauses.level) {
                Token below = declarations.get(next).name;
                throw Faults.schema(
                        below.place(),
                        "'" + below.text() + "' stands below '" + name + "', which has a picture",
                        "a group has no picture; check the level numbers");
            }
            return element(clauses, key, control, picture, held);
        }
        List<Declared> parts = new ArrayList<>();
        long length = 0;
        while (next < declarations.size() && declarations.get(next).level > clauses.level) {
            CopybookClauses part = declarations.get(next);
            Item item = item(part, held, own, depth + 1);
            length += (long) item.length() * item.count();
            if (length * clauses.count > FfdElements.LONGEST) {
                throw Faults.schema(
                        part.name.place(), "a record longer than " + FfdElements.LONGEST + " characters", "");
            }
            parts.add(new Declared(item, part.name.text(), part.redefines, part.name.place()));
        }
        if (parts.isEmpty()) {
            throw Faults.schema(
                    clauses.name.place(),
                    "'" + name + "' has neither a picture nor parts",
                    "add a PIC clause, or parts with higher level numbers");
        }
        List<Item> items = Redefinitions.grouped(parts);
        return new Composite(key, Usage.MANDATORY, clauses.count, control, items, Segment.length(items));
    }

    private @Nullable String control(CopybookClauses clauses) {
        String name = clauses.dependingOn;
        if (name == null) {
            return null;
        }
        String path = paths.get(name);
        if (path == null) {
            throw Faults.schema(
                    clauses.name.place(),
                    "'" + clauses.name.text() + "' depends on '" + name + "', which does not stand before it",
                    "name a field that stands before in the record");
        }
        return path;
    }

    private static Element element(
            CopybookClauses clauses, @Nullable Key key, @Nullable String control, Picture picture, Held held) {
        FieldType type;
        int length = picture.size();
        Justify justify = Justify.ZEROES;
        Sign sign = picture.signed() ? Sign.NEGATIVE_ONLY : Sign.UNSIGNED;
        if (picture.text()) {
            type = FieldType.STRING;
            justify = clauses.right ? Justify.RIGHT : Justify.LEFT;
        } else if (held == Held.PACKED) {
            type = FieldType.PACKED;
            length = picture.size() / 2 + 1;
        } else if (held == Held.BINARY) {
            type = FieldType.BINARY;
            length = picture.size() <= 4 ? 2 : picture.size() <= 9 ? 4 : 8;
            if (picture.size() > 18) {
                throw Faults.schema(
                        clauses.name.place(), "a binary number has at most 18 digits, found " + picture.size(), "");
            }
        } else if (picture.signed() && !clauses.separate) {
            type = FieldType.ZONED;
            sign = Boolean.TRUE.equals(clauses.leading) ? Sign.ALWAYS_LEFT : Sign.ALWAYS_RIGHT;
        } else {
            type = picture.implicit() == 0 ? FieldType.INTEGER : FieldType.DECIMAL;
            if (picture.signed()) {
                length++;
                sign = Boolean.TRUE.equals(clauses.leading) ? Sign.ALWAYS_LEFT : Sign.ALWAYS_RIGHT;
            }
        }
        FieldFormat format =
                new FieldFormat(justify, sign, picture.signed(), picture.implicit(), picture.size(), null, null, ' ');
        return new Element(key, Usage.MANDATORY, clauses.count, control, type, length, format, null);
    }
}
