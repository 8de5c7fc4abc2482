package dev.hinny.lang.formats.xml;

import dev.hinny.base.Problem;
import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes elements as values are iterated; namespaces are declared where they are first needed. */
final class XmlWriter {
    private static final Namespace XSI = new Namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_:][\\p{L}\\p{N}_:.\\-·]*");

    private final Writer out;
    private final XmlOptions options;

    XmlWriter(Writer out, XmlOptions options) {
        this.out = out;
        this.options = options;
    }

    void document(Value value) throws IOException {
        if (!(value instanceof ObjectValue object)) {
            throw new FormatException(Problem.error(
                    "NO-ROOT",
                    null,
                    "XML needs an object with one key, the root element, and found "
                            + (value instanceof ArrayValue ? "an array" : "a simple value"),
                    "wrap it: {root: payload}"));
        }
        if (object.size() > 1) {
            throw new FormatException(Problem.error(
                    "SEVERAL-ROOTS",
                    null,
                    "XML has one root element, and the object has " + object.size() + " keys: '"
                            + java.util.Objects.requireNonNull(object.entry(0))
                                    .key()
                                    .name() + "', '"
                            + java.util.Objects.requireNonNull(object.entry(1))
                                    .key()
                                    .name() + "'…",
                    "wrap them: {root: payload}"));
        }
        if (options.declaration()) {
            char quote = options.doubleQuotes() ? '"' : '\'';
            out.write("<?xml version=" + quote + "1.0" + quote + " encoding=" + quote + options.encoding() + quote
                    + "?>");
            newLine(0);
        }
        for (Entry root : object) {
            element(root.key(), root.value(), 0, Map.of());
        }
    }

    private void element(Key key, Value value, int depth, Map<String, String> declared) throws IOException {
        if (value instanceof ArrayValue) {
            throw new FormatException(Problem.error(
                    "ARRAY-IN-XML",
                    null,
                    "the key '" + key.name() + "' holds an array, which XML has no form for",
                    "repeat the key: {(items map (item) -> {" + key.name() + ": item})}"));
        }
        if (!NAME.matcher(key.name()).matches()) {
            throw new FormatException(Problem.error(
                    "BAD-XML-NAME",
                    null,
                    "'" + key.name() + "' is no XML name",
                    "start with a letter, without spaces"));
        }
        Map<String, String> scope = new HashMap<>(declared);
        StringBuilder tag = new StringBuilder("<");
        StringBuilder declarations = new StringBuilder();
        String name = qualified(key.name(), key.namespace(), scope, declarations, false);
        tag.append(name);
        StringBuilder attributes = new StringBuilder();
        for (Entry attribute : key.attributes()) {
            attribute(attribute, attributes, scope, declarations);
        }
        boolean isNull = value instanceof NullValue;
        if (isNull && options.nil()) {
            String nil = qualified("nil", XSI, scope, declarations, true);
            if (attributes.indexOf(" " + nil + "=") < 0) {
                attributes.append(' ').append(nil).append("=\"true\"");
            }
        }
        out.append(tag).append(declarations).append(attributes);
        boolean empty = isNull || (value instanceof ObjectValue o && o.isEmpty());
        if (empty && options.selfClose()) {
            out.write("/>");
            return;
        }
        out.write('>');
        if (!empty) {
            content(value, depth, scope);
        }
        out.write("</" + name + ">");
    }

    private void content(Value value, int depth, Map<String, String> scope) throws IOException {
        if (!(value instanceof ObjectValue object)) {
            text(value);
            return;
        }
        boolean mixed = object.get("__text") != null;
        for (Entry child : object) {
            if (child.key().name().equals("__text")) {
                text(child.value());
            } else if (!(options.skipNullElements() && child.value() instanceof NullValue)) {
                if (!mixed) {
                    newLine(depth + 1);
                }
                element(child.key(), child.value(), depth + 1, scope);
            }
        }
        if (!mixed) {
            newLine(depth);
        }
    }

    private void attribute(Entry attribute, StringBuilder to, Map<String, String> scope, StringBuilder declarations) {
        if (options.skipNullAttributes() && attribute.value() instanceof NullValue) {
            return;
        }
        String name = qualified(attribute.key().name(), attribute.key().namespace(), scope, declarations, true);
        to.append(' ').append(name).append("=\"");
        escape(Texts.of(attribute.value(), "xml"), to, true);
        to.append('"');
    }

    private static String qualified(
            String name,
            @org.jspecify.annotations.Nullable Namespace namespace,
            Map<String, String> scope,
            StringBuilder declarations,
            boolean attribute) {
        if (namespace == null || namespace.uri().isEmpty()) {
            if (!attribute && !scope.getOrDefault("", "").isEmpty()) {
                scope.put("", "");
                declarations.append(" xmlns=\"\"");
            }
            return name;
        }
        if (namespace.prefix().equals("xml")) {
            return "xml:" + name;
        }
        String prefix = attribute && namespace.prefix().isEmpty() ? "ns" + scope.size() : namespace.prefix();
        if (!namespace.uri().equals(scope.get(prefix))) {
            scope.put(prefix, namespace.uri());
            declarations
                    .append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                    .append("=\"");
            declarations
                    .append(namespace.uri().replace("&", "&amp;").replace("\"", "&quot;"))
                    .append('"');
        }
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private void text(Value value) throws IOException {
        String text = Texts.of(value, "xml");
        if (value instanceof StringValue
                && value.schema().get("cdata") instanceof BooleanValue(boolean cdata, var _)
                && cdata) {
            out.write("<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>");
            return;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        escape(text, escaped, false);
        out.append(escaped);
    }

    private void escape(String text, StringBuilder to, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> to.append("&lt;");
                case '&' -> to.append("&amp;");
                case '>' ->
                    to.append(options.escapeGreaterThan() || text.startsWith("]]>", Math.max(0, i - 2)) ? "&gt;" : ">");
                case '"' -> to.append(attribute ? "&quot;" : "\"");
                case '\n' -> to.append(attribute ? "&#10;" : "\n");
                case '\t' -> to.append(attribute ? "&#9;" : "\t");
                case '\r' -> to.append(attribute || options.escapeCarriageReturn() ? "&#13;" : "\r");
                default -> {
                    if (c < 0x20 || c == 0xFFFE || c == 0xFFFF) {
                        throw new FormatException(Problem.error(
                                "BAD-XML-CHARACTER",
                                null,
                                "XML 1.0 cannot hold the character U+" + String.format("%04X", (int) c),
                                "remove it, or write the text as base64"));
                    }
                    to.append(c);
                }
            }
        }
    }

    private void newLine(int depth) throws IOException {
        if (options.indent()) {
            out.write('\n');
            out.write("  ".repeat(depth));
        }
    }
}
