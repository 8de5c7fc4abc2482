package dev.hinny.lang.formats.dw;

import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.BinaryValue;
import dev.hinny.lang.engine.value.BooleanValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.JavaValue;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.PeriodValue;
import dev.hinny.lang.engine.value.RangeArray;
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a value as a literal of the language, which read back gives an equal value. */
final class DwWriter {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final Writer out;
    private final String indent;
    private final boolean ignoreSchema;
    private final int maximum;

    DwWriter(Writer out, FormatContext context) {
        this.out = out;
        this.indent = context.option("indent") instanceof BooleanValue(boolean on, var _)
                ? (on ? "  " : "")
                : context.text("indent", "  ");
        this.ignoreSchema = context.flag("ignoreSchema", false);
        this.maximum = context.number("maxCollectionSize", -1);
    }

    void write(Value value) throws IOException {
        Map<String, String> namespaces = new LinkedHashMap<>();
        collect(value, namespaces);
        for (Map.Entry<String, String> ns : namespaces.entrySet()) {
            out.write("ns " + ns.getKey() + " " + ns.getValue() + "\n");
        }
        if (!namespaces.isEmpty()) {
            out.write("---\n");
        }
        value(value, 0);
    }

    private static void collect(Value value, Map<String, String> namespaces) {
        switch (value) {
            case ObjectValue object -> {
                for (Entry entry : object) {
                    Namespace ns = entry.key().namespace();
                    if (ns != null) {
                        namespaces.put(prefix(ns), ns.uri());
                    }
                    collect(entry.key().attributes(), namespaces);
                    collect(entry.value(), namespaces);
                }
            }
            case RangeArray _ -> {}
            case ArrayValue array -> array.forEach(item -> collect(item, namespaces));
            default -> {}
        }
    }

    private static String prefix(Namespace namespace) {
        return namespace.prefix().isEmpty() ? "ns0" : namespace.prefix();
    }

    private void value(Value value, int depth) throws IOException {
        switch (value) {
            case StringValue s -> {
                quoted(s.text());
                schema("String", s.schema());
            }
            case NumberValue n -> {
                out.write(Texts.number(n));
                schema("Number", n.schema());
            }
            case BooleanValue b -> {
                out.write(Boolean.toString(b.value()));
                schema("Boolean", b.schema());
            }
            case NullValue n -> {
                out.write("null");
                schema("Null", n.schema());
            }
            case TemporalValue t -> {
                out.write("|" + Texts.of(t.withSchema(Schema.NONE), "dw") + "|");
                schema(TypeNames.of(t), t.schema());
            }
            case PeriodValue p -> out.write("|" + Texts.of(p, "dw") + "|");
            case ZoneValue z -> out.write("|" + z.zone().getId() + "|");
            case RegexValue r -> out.write("/" + r.pattern().pattern().replace("/", "\\/") + "/");
            case BinaryValue b -> {
                quoted(Base64.getEncoder().encodeToString(b.bytes()));
                out.write(" as Binary {base: \"64\"}");
            }
            case Key k -> {
                quoted(k.name());
                out.write(" as Key");
            }
            case UriValue u -> {
                quoted(u.text());
                out.write(" as Uri");
            }
            case Namespace ns -> {
                quoted(ns.uri());
                out.write(" as Namespace");
            }
            case TypeValue _ -> out.write(Texts.of(value, "dw"));
            case FunctionValue f ->
                out.write("("
                        + String.join(
                                ", ",
                                f.parameters().stream()
                                        .map(FunctionValue.Parameter::name)
                                        .toList()) + ") -> ???");
            case JavaValue j -> quoted(String.valueOf(j.object()));
            case ArrayValue array -> array(array, depth);
            case ObjectValue object -> object(object, depth);
        }
    }

    private void array(ArrayValue array, int depth) throws IOException {
        out.write('[');
        int count = 0;
        for (Value item : array) {
            if (maximum >= 0 && count == maximum) {
                break;
            }
            out.write(count++ == 0 ? "" : indent.isEmpty() ? ", " : ",");
            newLine(depth + 1);
            value(item, depth + 1);
        }
        if (count > 0) {
            newLine(depth);
        }
        out.write(']');
        schema("Array", array.schema());
    }

    private void object(ObjectValue object, int depth) throws IOException {
        out.write('{');
        int count = 0;
        for (Entry entry : object) {
            if (maximum >= 0 && count == maximum) {
                break;
            }
            out.write(count++ == 0 ? "" : indent.isEmpty() ? ", " : ",");
            newLine(depth + 1);
            key(entry.key(), depth + 1);
            out.write(": ");
            value(entry.value(), depth + 1);
        }
        if (count > 0) {
            newLine(depth);
        }
        out.write('}');
        schema("Object", object.schema());
    }

    private void key(Key key, int depth) throws IOException {
        Namespace ns = key.namespace();
        if (ns != null) {
            out.write(prefix(ns) + "#");
        }
        name(key.name());
        if (!key.attributes().isEmpty()) {
            out.write(" @(");
            int count = 0;
            for (Entry attribute : key.attributes()) {
                out.write(count++ == 0 ? "" : ", ");
                key(attribute.key(), depth);
                out.write(": ");
                value(attribute.value(), depth);
            }
            out.write(")");
        }
    }

    private void name(String name) throws IOException {
        if (PLAIN_NAME.matcher(name).matches()) {
            out.write(name);
        } else {
            quoted(name);
        }
    }

    private void schema(String type, Schema schema) throws IOException {
        if (ignoreSchema || schema.isEmpty()) {
            return;
        }
        out.write(" as " + type + " {");
        int count = 0;
        for (Map.Entry<String, Value> property : schema.properties().entrySet()) {
            out.write(count++ == 0 ? "" : ", ");
            name(property.getKey());
            out.write(": ");
            value(property.getValue(), 0);
        }
        out.write("}");
    }

    private void quoted(String text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.write("\\\"");
                case '\\' -> out.write("\\\\");
                case '\n' -> out.write("\\n");
                case '\r' -> out.write("\\r");
                case '\t' -> out.write("\\t");
                case '$' -> out.write("\\$");
                default -> {
                    if (c < 0x20) {
                        out.write(String.format("\\u%04x", (int) c));
                    } else {
                        out.write(c);
                    }
                }
            }
        }
        out.write('"');
    }

    private void newLine(int depth) throws IOException {
        if (!indent.isEmpty()) {
            out.write('\n');
            out.write(indent.repeat(depth));
        }
    }
}
