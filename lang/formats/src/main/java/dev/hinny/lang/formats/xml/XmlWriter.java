package dev.hinny.lang.formats.xml;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.Format;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.EntryObject;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes elements as values are iterated, each part once; namespaces are declared where they are first needed. */
final class XmlWriter {
    private static final String MIXED_TEXT = "__text";
    private static final Namespace XSI = new Namespace("xsi", AttributeParser.XSI);
    private static final int KNOWN_NAMES = 4_096;

    private final XmlOutput out;
    private final WriteOptions options;
    private final Escapes escapes;
    private final Prefixes prefixes = new Prefixes();
    private final Map<String, byte[]> names = new HashMap<>();
    private final List<String> path = new ArrayList<>();
    private int roots;

    XmlWriter(XmlOutput out, WriteOptions options) {
        this.out = out;
        this.options = options;
        this.escapes = new Escapes(out, options);
    }

    void document(Value value) throws IOException {
        if (!(value instanceof ObjectValue object)) {
            throw error(
                    "NO-ROOT",
                    "XML needs an object with one key, the root element, and found "
                            + (value instanceof ArrayValue ? "an array" : "a simple value"),
                    "wrap it: {root: payload}");
        }
        if (options.declaration()) {
            char quote = options.doubleQuotes() ? '"' : '\'';
            out.write("<?xml version=" + quote + "1.0" + quote + " encoding=" + quote
                    + options.charset().name() + quote + "?>");
            newLine(0);
        }
        Doctype type = Doctype.of(value);
        if (type != null) {
            doctype(type);
        }
        for (Entry root : object) {
            children(root.key(), root.value(), false);
        }
        if (roots == 0) {
            throw error("NO-ROOT", "XML needs a root element, and the object is empty", "wrap it: {root: payload}");
        }
    }

    private void doctype(Doctype type) throws IOException {
        StringBuilder text = new StringBuilder("<!DOCTYPE ").append(type.root());
        if (type.publicId() != null) {
            text.append(" PUBLIC \"").append(type.publicId()).append('"');
        } else if (type.systemId() != null) {
            text.append(" SYSTEM");
        }
        if (type.systemId() != null) {
            text.append(" \"").append(type.systemId()).append('"');
        }
        if (type.subset() != null) {
            text.append(" [").append(type.subset()).append(']');
        }
        out.write(text.append('>').toString());
        newLine(0);
    }

    private void child(Key key, Value value) throws IOException {
        if (path.isEmpty() && ++roots > 1) {
            throw error(
                    "SEVERAL-ROOTS",
                    "XML has one root element, and behind it stands '" + key.name() + "'",
                    "wrap them: {root: payload}");
        }
        if (path.size() >= Format.MAX_DEPTH) {
            throw tooDeep();
        }
        path.add(key.name());
        element(key, value);
        path.removeLast();
    }

    private void element(Key key, Value value) throws IOException {
        int mark = prefixes.enter();
        Key known = prefixed(key, key.attributes());
        byte[] name = name(known.name());
        if (path.size() == 1) {
            declareForRoot();
        }
        String prefix = prefixes.ofElement(known.namespace(), options.defaultNamespace());
        out.write('<');
        qualified(prefix, name);
        boolean isNull = value instanceof NullValue;
        attributes(key.attributes(), isNull && options.nil());
        if (options.selfClose() && (isNull || value instanceof ObjectValue object && object.isEmpty())) {
            out.write('/');
            out.write('>');
        } else {
            out.write('>');
            content(value);
            out.write('<');
            out.write('/');
            qualified(prefix, name);
            out.write('>');
        }
        prefixes.leave(mark);
    }

    private void declareForRoot() {
        for (Namespace namespace : options.rootNamespaces()) {
            prefixes.mention(namespace);
        }
        if (!options.defaultNamespace().isEmpty()) {
            prefixes.mention(new Namespace("", options.defaultNamespace()));
        }
    }

    private void qualified(String prefix, byte[] name) throws IOException {
        if (!prefix.isEmpty()) {
            out.write(name(prefix));
            out.write(':');
        }
        out.write(name);
    }

    private void attributes(ObjectValue attributes, boolean nil) throws IOException {
        if (attributes.isEmpty() && !nil) {
            declarations();
            return;
        }
        List<Entry> entries = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> chosen = new ArrayList<>();
        boolean isNil = false;
        for (Entry attribute : attributes) {
            Value value = attribute.value();
            if (options.skipNullAttributes() && value instanceof NullValue) {
                continue;
            }
            Namespace declared = declared(attribute);
            if (declared != null) {
                prefixes.mention(declared);
                continue;
            }
            Key key = prefixed(attribute.key(), attributes);
            isNil |= key.name().equals("nil") && isXsi(key);
            entries.add(attribute);
            names.add(key.name());
            chosen.add(prefixes.ofAttribute(key.namespace()));
            if (value.schema().get("namespace") instanceof Namespace mentioned) {
                prefixes.mention(mentioned);
            }
        }
        String nilPrefix = nil && !isNil ? prefixes.ofAttribute(XSI) : null;
        declarations();
        for (int i = 0; i < entries.size(); i++) {
            Entry attribute = entries.get(i);
            path.add("@" + attribute.key().name());
            attribute(chosen.get(i), names.get(i), text(attribute.value()));
            path.removeLast();
        }
        if (nilPrefix != null) {
            attribute(nilPrefix, "nil", "true");
        }
    }

    /** A key whose name is written with a prefix, as in {@code "soap:Body"}, with the namespace that the prefix has here. */
    private Key prefixed(Key key, ObjectValue attributes) {
        int colon = key.name().indexOf(':');
        if (colon <= 0 || key.namespace() != null) {
            return key;
        }
        String prefix = key.name().substring(0, colon);
        String uri = prefix.equals("xml") ? Scope.XML : prefixes.find(prefix);
        for (Entry attribute : attributes) {
            Namespace declared = declared(attribute);
            if (declared != null && declared.prefix().equals(prefix)) {
                uri = declared.uri();
            }
        }
        String local = key.name().substring(colon + 1);
        return uri == null ? key : Key.of(local, new Namespace(prefix, uri), key.attributes());
    }

    /** What an attribute declares that is written as {@code "xmlns:soap"}. */
    private @Nullable Namespace declared(Entry attribute) {
        String name = attribute.key().name();
        if (attribute.key().namespace() != null || !name.startsWith("xmlns:")) {
            return null;
        }
        String prefix = name.substring("xmlns:".length());
        String uri = text(attribute.value());
        return Bytes.isName(prefix) && !uri.isEmpty() ? new Namespace(prefix, uri) : null;
    }

    private static boolean isXsi(Key key) {
        Namespace namespace = key.namespace();
        return namespace != null && namespace.uri().equals(AttributeParser.XSI);
    }

    private void declarations() throws IOException {
        for (int i = prefixes.first(); i < prefixes.count(); i++) {
            out.write(prefixes.prefix(i).isEmpty() ? " xmlns=\"" : " xmlns:" + prefixes.prefix(i) + "=\"");
            escapes.attribute(prefixes.uri(i));
            out.write('"');
        }
    }

    private void attribute(String prefix, String name, String text) throws IOException {
        out.write(' ');
        qualified(prefix, name(name));
        out.write('=');
        out.write('"');
        try {
            escapes.attribute(text);
        } catch (Escapes.Invalid e) {
            throw invalid(e);
        }
        out.write('"');
    }

    private void content(Value value) throws IOException {
        if (!(value instanceof ObjectValue object)) {
            if (!(value instanceof NullValue)) {
                simple(value);
            }
            return;
        }
        boolean mixed = switch (object) {
            case XmlObject read -> read.isMixed();
            case EntryObject made -> made.get(MIXED_TEXT) != null;
            default -> false;
        };
        boolean lines = false;
        for (Entry entry : object) {
            Key key = entry.key();
            Value child = entry.value();
            if (key.name().equals(MIXED_TEXT) && !(child instanceof ObjectValue)) {
                mixed = true;
                if (!(child instanceof NullValue)) {
                    simple(child);
                }
            } else if (!(options.skipNullElements() && child instanceof NullValue)) {
                lines |= !mixed;
                children(key, child, !mixed);
            }
        }
        if (lines && !mixed) {
            newLine(path.size() - 1);
        }
    }

    /** An element, or one for each item of an array. */
    private void children(Key key, Value value, boolean line) throws IOException {
        if (value instanceof ArrayValue array) {
            for (Value item : array) {
                if (!(options.skipNullElements() && item instanceof NullValue)) {
                    children(key, item, line);
                }
            }
            return;
        }
        if (line) {
            newLine(path.size());
        }
        child(key, value);
    }

    private void simple(Value value) throws IOException {
        try {
            if (value instanceof StringValue string) {
                byte[] utf8 = string.utf8();
                if (string.schema().get("cdata") instanceof BooleanValue(boolean cdata, var _) && cdata) {
                    escapes.section(string.text());
                } else if (utf8 != null) {
                    escapes.text(utf8, string.offset(), string.length());
                } else {
                    escapes.text(string.text());
                }
                return;
            }
            escapes.text(text(value));
        } catch (Escapes.Invalid e) {
            throw invalid(e);
        }
    }

    private String text(Value value) {
        String text = Texts.orNull(value);
        if (text != null) {
            return text;
        }
        throw error(
                "NO-TEXT-FORM",
                "cannot write a value of type " + TypeNames.of(value) + " as text, at " + place(),
                "turn it into text first, for example with joinBy or write");
    }

    private byte[] name(String name) {
        byte[] known = names.get(name);
        if (known == null) {
            if (!Bytes.isName(name) || !out.canHold(name)) {
                throw error(
                        "BAD-XML-NAME",
                        "'" + name + "' is no XML name, at " + place(),
                        name.indexOf(':') > 0
                                ? "declare the prefix with an attribute \"xmlns:prefix\", or with ns and write"
                                        + " prefix#name"
                                : "start with a letter, without spaces");
            }
            if (names.size() >= KNOWN_NAMES) {
                names.clear();
            }
            known = name.getBytes(StandardCharsets.UTF_8);
            names.put(name, known);
        }
        return known;
    }

    private FormatException invalid(Escapes.Invalid e) {
        return error(
                "BAD-XML-CHARACTER",
                "XML 1.0 cannot hold the character U+" + String.format("%04X", e.character()) + ", at " + place(),
                "remove it, or write it with onInvalidChar=\"base64\" or \"ignore\"");
    }

    private FormatException tooDeep() {
        return error(
                "TOO-DEEP", "more than " + Format.MAX_DEPTH + " elements are inside each other, at " + place(), "");
    }

    /** The way from the root, its end only where it is long. */
    private String place() {
        List<String> end = path.size() > 8 ? path.subList(path.size() - 8, path.size()) : path;
        return "'" + (path.size() > 8 ? "…" : "") + String.join(".", end) + "'";
    }

    private static FormatException error(String code, String message, String hint) {
        return new FormatException(Problem.error(code, null, message, hint));
    }

    private void newLine(int depth) throws IOException {
        if (options.indent()) {
            out.write('\n');
            for (int i = 0; i < depth; i++) {
                out.write(' ');
                out.write(' ');
            }
        }
    }
}
