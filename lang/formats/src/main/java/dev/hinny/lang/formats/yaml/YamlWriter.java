package dev.hinny.lang.formats.yaml;

import dev.hinny.lang.engine.format.FormatContext;
import dev.hinny.lang.engine.java.JavaBridge;
import dev.hinny.lang.engine.value.Ahead;
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
import dev.hinny.lang.engine.value.RegexValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.TemporalValue;
import dev.hinny.lang.engine.value.TypeValue;
import dev.hinny.lang.engine.value.UriValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.engine.value.ZoneValue;
import dev.hinny.lang.formats.Texts;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes block style as the value is iterated; only empty arrays and objects are in flow style. */
final class YamlWriter {
    /** An implicit key may be 1024 characters long (YAML 1.2.2, section 7.4.2). */
    private static final int MAX_IMPLICIT_KEY = 1000;

    private final Writer out;
    private final YamlText texts;
    private final boolean declaration;
    private final boolean skipInArrays;
    private final boolean skipInObjects;

    YamlWriter(Writer out, Charset charset, FormatContext context) {
        String skip = context.choice("skipNullOn", "arrays", "objects", "everywhere");
        this.out = out;
        this.texts = new YamlText(charset);
        this.declaration = context.flag("writeDeclaration", true);
        this.skipInArrays = skip.equals("arrays") || skip.equals("everywhere");
        this.skipInObjects = skip.equals("objects") || skip.equals("everywhere");
    }

    void document(Value value) throws IOException {
        if (declaration) {
            out.write("%YAML 1.2\n---\n");
        }
        Value seen = seen(value);
        if (seen instanceof ObjectValue || seen instanceof ArrayValue) {
            String tag = tag(seen);
            Iterator<?> parts = parts(seen);
            if (!tag.isEmpty() || !parts.hasNext()) {
                out.write(tag.isEmpty() ? "" : tag + (parts.hasNext() ? "\n" : " "));
            }
            collection(seen, parts, 0, true);
        } else {
            scalar(seen, 0);
        }
    }

    private static Value seen(Value value) {
        return value instanceof JavaValue java ? JavaBridge.properties(java.object()) : value;
    }

    private static String tag(Value value) {
        String tag = value.schema().text("tag");
        return tag != null && tag.length() > 1 && tag.startsWith("!") && tag.indexOf(' ') < 0 ? tag : "";
    }

    private Iterator<?> parts(Value value) {
        return value instanceof ObjectValue object
                ? new Kept<>(object.iterator(), e -> !skipInObjects || !(e.value() instanceof NullValue))
                : new Kept<>(((ArrayValue) value).iterator(), i -> !skipInArrays || !(i instanceof NullValue));
    }

    /** What comes behind {@code key:} or {@code -}, from the space to the end of the line or of the nested block. */
    private void behind(Value value, int indent, boolean inItem) throws IOException {
        Value seen = seen(value);
        if (!(seen instanceof ObjectValue) && !(seen instanceof ArrayValue)) {
            out.write(' ');
            scalar(seen, indent);
            return;
        }
        String tag = tag(seen);
        Iterator<?> parts = parts(seen);
        if (!tag.isEmpty()) {
            out.write(" " + tag);
        }
        boolean compact = inItem && tag.isEmpty();
        if (parts.hasNext() && !compact) {
            out.write('\n');
        } else {
            out.write(' ');
        }
        collection(seen, parts, indent, !compact);
    }

    private void collection(Value value, Iterator<?> parts, int indent, boolean indentFirst) throws IOException {
        boolean object = value instanceof ObjectValue;
        if (!parts.hasNext()) {
            out.write(object ? "{}\n" : "[]\n");
            return;
        }
        boolean first = true;
        while (parts.hasNext()) {
            Object part = parts.next();
            if (!first || indentFirst) {
                out.write(" ".repeat(indent));
            }
            first = false;
            if (part instanceof Entry entry) {
                key(entry.key(), indent);
                behind(entry.value(), indent + 2, false);
            } else {
                out.write('-');
                behind((Value) part, indent + 2, true);
            }
        }
    }

    private void key(Key key, int indent) throws IOException {
        String text = texts.line(key.name());
        if (text.length() > MAX_IMPLICIT_KEY) {
            out.write("? " + text + "\n" + " ".repeat(indent));
        } else {
            out.write(text);
        }
        out.write(':');
    }

    private void scalar(Value value, int indent) throws IOException {
        String tag = tag(value);
        if (!tag.isEmpty()) {
            out.write(tag + " ");
        }
        switch (value) {
            case NullValue _ -> out.write("null\n");
            case BooleanValue b -> out.write(b.value() ? "true\n" : "false\n");
            case NumberValue n -> out.write(Texts.number(n) + "\n");
            case StringValue s -> out.write(texts.block(s.text(), indent));
            case TemporalValue _, PeriodValue _, ZoneValue _ -> {
                String text = Texts.of(value, "yaml");
                out.write((value.schema().isEmpty() ? text : texts.line(text)) + "\n");
            }
            case BinaryValue b ->
                out.write("!!binary " + '"' + Base64.getEncoder().encodeToString(b.bytes()) + "\"\n");
            case Key _, Namespace _, UriValue _, RegexValue _, TypeValue _, FunctionValue _, JavaValue _ ->
                out.write(texts.block(Texts.of(value, "yaml"), indent));
            case ObjectValue _, ArrayValue _ -> throw new IllegalStateException("no scalar");
        }
    }

    /** The parts that are not left out. */
    private static final class Kept<T> extends Ahead<T> {
        private final Iterator<T> all;
        private final Predicate<T> wanted;

        Kept(Iterator<T> all, Predicate<T> wanted) {
            this.all = all;
            this.wanted = wanted;
        }

        @Override
        protected @Nullable T find() {
            while (all.hasNext()) {
                T candidate = all.next();
                if (wanted.test(candidate)) {
                    return candidate;
                }
            }
            return null;
        }
    }
}
