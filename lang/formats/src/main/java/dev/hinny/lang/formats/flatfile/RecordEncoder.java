package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.flatfile.Item.Choice;
import dev.hinny.lang.formats.flatfile.Item.Composite;
import dev.hinny.lang.formats.flatfile.Item.Element;
import dev.hinny.lang.formats.flatfile.Item.Usage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes objects as records. */
final class RecordEncoder {
    private final FieldWriter fields;
    private final FlatFileOptions options;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> path;
    /** The objects being written, outermost first. */
    private final List<ObjectValue> open = new ArrayList<>();

    /** @param path to the object being written, which whoever calls keeps */
    RecordEncoder(FieldWriter fields, FlatFileOptions options, List<String> path) {
        this.fields = fields;
        this.options = options;
        this.path = path;
    }

    byte[] encode(Segment segment, ObjectValue object) {
        out.reset();
        open.clear();
        items(segment.items(), object);
        return out.toByteArray();
    }

    private void items(List<Item> items, ObjectValue object) {
        open.add(object);
        for (Item item : items) {
            Value value = item.key() == null ? null : object.get(item.key().name());
            path.add("." + item.label());
            if (item.usage() == Usage.UNUSED || value instanceof NullValue) {
                value = null;
            }
            if (item.key() == null && item instanceof Composite unnamed && unnamed.count() == 1) {
                items(unnamed.items(), object);
            } else if (item.count() > 1 || item.control() != null) {
                repeated(item, value);
            } else {
                one(item, value == null && item instanceof Element e ? occurrences(e, items, object) : value);
            }
            path.removeLast();
        }
        open.removeLast();
    }

    /** Where a field that counts others has no value, they are counted. */
    private static @Nullable Value occurrences(Element field, List<Item> siblings, ObjectValue object) {
        if (field.key() == null || !field.type().isNumber()) {
            return null;
        }
        for (Item item : siblings) {
            if (field.key().name().equals(item.control())
                    && item.key() != null
                    && object.get(item.key().name()) instanceof ArrayValue array) {
                return NumberValue.of(array.count());
            }
        }
        return null;
    }

    private void one(Item item, @Nullable Value value) {
        switch (item) {
            case Element element -> field(element, value);
            case Composite composite -> items(composite.items(), object(value));
            case Choice choice -> choice(choice, object(value));
        }
    }

    private ObjectValue object(@Nullable Value value) {
        return switch (value) {
            case null -> ObjectValue.EMPTY;
            case NullValue _ -> ObjectValue.EMPTY;
            case ObjectValue object -> object;
            default -> throw fault("is of type " + TypeNames.of(value) + ", expected an Object", "");
        };
    }

    private void repeated(Item item, @Nullable Value value) {
        int written = 0;
        if (value instanceof ArrayValue array) {
            for (Iterator<Value> values = array.iterator(); values.hasNext(); written++) {
                if (written == item.count()) {
                    throw fault("has more than " + item.count() + " items, which is all that fit", "");
                }
                Value next = values.next();
                path.add("[" + written + "]");
                one(item, next instanceof NullValue ? null : next);
                path.removeLast();
            }
        } else if (value != null) {
            one(item, value);
            written = 1;
        }
        if (item.control() != null) {
            checkControl(item.control(), written);
            if (options.truncates() && (value != null || !options.fillsWithoutSubject())) {
                return;
            }
        }
        for (; written < item.count(); written++) {
            one(item, null);
        }
    }

    private void checkControl(String control, int written) {
        for (ObjectValue object : open.reversed()) {
            Value said = Controls.find(object, control);
            if (said instanceof NumberValue number) {
                if (number.longValue() != written) {
                    throw fault(
                            "has " + written + " items, but '" + control + "' says " + number.longValue(),
                            "leave '" + control + "' out where it stands beside the items, or set it to sizeOf them");
                }
                return;
            }
        }
    }

    private void choice(Choice choice, ObjectValue object) {
        int before = out.size();
        Item chosen = choice.items().get(0);
        for (Item item : choice.items()) {
            boolean present = item.key() == null
                    ? item instanceof Composite c && c.items().stream().anyMatch(i -> has(object, i))
                    : has(object, item);
            if (present) {
                chosen = item;
                break;
            }
        }
        items(List.of(chosen), object);
        if (options.fillsRedefinitions()) {
            int rest = choice.length() - chosen.space();
            if (rest > 0 && out.size() > before) {
                out.writeBytes(fields.missing(
                        new Element(null, Usage.OPTIONAL, 1, null, FieldType.STRING, rest, FieldFormat.TEXT, null)));
            }
        }
    }

    private static boolean has(ObjectValue object, Item item) {
        for (Entry entry : object) {
            if (item.key() != null && entry.key().name().equals(item.key().name())) {
                return !(entry.isMaterialized() && entry.value() instanceof NullValue);
            }
        }
        return false;
    }

    private void field(Element element, @Nullable Value value) {
        try {
            String tag = element.tagValue();
            byte[] bytes;
            if (tag != null) {
                bytes = fields.bytes(element, StringValue.of(tag));
                if (value != null && !Arrays.equals(bytes, fields.bytes(element, value))) {
                    throw new Faults.Unfit(
                            "is not '" + tag + "', by which the schema knows this kind of record",
                            "leave the field out: it is written from the schema");
                }
            } else if (value != null) {
                bytes = fields.bytes(element, value);
            } else {
                if (options.enforceRequires() && element.usage() == Usage.MANDATORY && element.key() != null) {
                    throw new Faults.Unfit(
                            "has no value, but needs one", "declare it with usage: O where it may be missing");
                }
                bytes = fields.missing(element);
            }
            out.writeBytes(bytes);
        } catch (Faults.Unfit e) {
            throw fault(e.message(), e.hint());
        }
    }

    private FormatException fault(String message, String hint) {
        String at = String.join("", path);
        return Faults.value("the value at " + (at.startsWith(".") ? at.substring(1) : at) + " " + message, hint);
    }
}
