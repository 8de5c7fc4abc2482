package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.format.FormatException;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.NumberValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.flatfile.FlatFileOptions.Parsing;
import dev.hinny.lang.formats.flatfile.Item.Choice;
import dev.hinny.lang.formats.flatfile.Item.Composite;
import dev.hinny.lang.formats.flatfile.Item.Element;
import dev.hinny.lang.formats.flatfile.Item.Usage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one record after another, from left to right. */
final class RecordDecoder {
    private final Coding coding;
    private final FlatFileOptions options;
    private final String name;
    /** What was read so far of the record and of the composites that are open, outermost first. */
    private final List<List<Entry>> open = new ArrayList<>();

    private byte[] bytes = new byte[0];
    private int start;
    private int position;
    private int end;
    private long number;
    private long offset;
    private boolean stays;

    RecordDecoder(Coding coding, FlatFileOptions options, String name) {
        this.coding = coding;
        this.options = options;
        this.name = name;
    }

    /**
     * Reads the record at a place.
     *
     * @param end where the bytes end that it may take
     * @param offset of the place in the document
     * @param stays whether the bytes never change
     */
    ObjectValue decode(Segment segment, byte[] in, int from, int end, long number, long offset, boolean stays) {
        this.bytes = in;
        this.start = from;
        this.position = from;
        this.end = end;
        this.number = number;
        this.offset = offset;
        this.stays = stays;
        open.clear();
        return ObjectValue.of(items(segment.items()));
    }

    /** Behind the last field. */
    int position() {
        return position;
    }

    private List<Entry> items(List<Item> items) {
        List<Entry> entries = new ArrayList<>(items.size());
        open.add(entries);
        for (Item item : items) {
            item(item, entries);
        }
        open.removeLast();
        return entries;
    }

    private void item(Item item, List<Entry> entries) {
        Key key = item.key();
        if (item instanceof Choice choice) {
            choice(choice, entries);
        } else if (item.count() == 1 && item.control() == null) {
            if (key == null && item instanceof Composite composite) {
                // its fields are the record's own
                composite.items().forEach(i -> item(i, entries));
                return;
            }
            Value value = value(item);
            if (value != null && key != null && item.usage() != Usage.UNUSED) {
                entries.add(Entry.of(key, value));
            }
        } else {
            repeated(item, key, entries);
        }
    }

    private void repeated(Item item, @Nullable Key key, List<Entry> entries) {
        int used = item.count();
        String control = item.control();
        boolean present = true;
        if (control != null) {
            Value subject = Controls.find(open, control);
            present = subject instanceof NumberValue;
            used = present || !options.fillsWithoutSubject() ? occurrences(item, control, subject) : item.count();
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < used && !(isLenient() && position >= end); i++) {
            Value value = value(item);
            values.add(value == null ? NullValue.NULL : value);
        }
        if (control == null || !present) {
            while (!values.isEmpty() && isNothing(values.getLast())) {
                values.removeLast();
            }
        }
        if (!options.truncates()) {
            skip(item, (item.count() - used) * item.length());
        }
        if (key != null && item.usage() != Usage.UNUSED && (!values.isEmpty() || present)) {
            entries.add(Entry.of(key, ArrayValue.of(values)));
        }
    }

    private int occurrences(Item item, String control, @Nullable Value subject) {
        if (!(subject instanceof NumberValue count)) {
            return 0;
        }
        long times = count.longValue();
        if (times < 0 || times > item.count()) {
            throw fault(
                    position,
                    "'" + item.label() + "' occurs " + times + " times as '" + control + "' says, expected 0 to "
                            + item.count(),
                    "check the record, or the count in the schema");
        }
        return (int) times;
    }

    private static boolean isNothing(Value value) {
        return value instanceof NullValue || (value instanceof ObjectValue object && object.isEmpty());
    }

    private @Nullable Value value(Item item) {
        return switch (item) {
            case Element element -> field(element);
            case Composite composite -> {
                List<Entry> entries = items(composite.items());
                yield entries.isEmpty() && composite.count() == 1 ? null : ObjectValue.of(entries);
            }
            case Choice _ -> null;
        };
    }

    private @Nullable Value field(Element element) {
        int from = position;
        int to = coding.skip(bytes, from, end, element.length());
        if (to < 0) {
            if (!isLenient() || (element.type().isBytes() && from < end)) {
                throw tooShort(element);
            }
            to = end;
        }
        position = to;
        if (element.usage() == Usage.UNUSED) {
            return null;
        }
        if (isMissing(element, from, to)) {
            if (options.enforceRequires() && element.usage() == Usage.MANDATORY && element.key() != null) {
                throw fault(
                        from,
                        "the field '" + element.label() + "' has no value, but needs one",
                        "declare it with usage: O where it may be missing");
            }
            return options.retainEmptyText() && element.type() == FieldType.STRING ? StringValue.of("") : null;
        }
        if (element.key() == null) {
            return null;
        }
        try {
            return FieldReader.read(element, bytes, from, to, coding, options);
        } catch (Faults.Unfit e) {
            throw fault(from, "the field '" + element.label() + "' " + e.message(), e.hint());
        }
    }

    private boolean isMissing(Element element, int from, int to) {
        if (from == to) {
            return true;
        }
        FieldType type = element.type();
        if (type == FieldType.BINARY) {
            return false;
        }
        boolean spaces = coding.isSpaces(bytes, from, to);
        return switch (options.missing()) {
            case NONE -> false;
            case SPACES -> spaces;
            case ZEROES -> spaces || (type.isNumber() && coding.isZeroes(bytes, from, to));
            case NULLS -> Coding.isAll((byte) 0, bytes, from, to);
            case SPACES_OR_NULLS -> spaces || Coding.isAll((byte) 0, bytes, from, to);
        };
    }

    /** Every description of the place is there, and read when somebody asks: not all fit what the place holds. */
    private void choice(Choice choice, List<Entry> entries) {
        int from = position;
        int to = coding.skip(bytes, from, end, choice.length());
        if (to < 0) {
            if (!isLenient()) {
                throw tooShort(choice);
            }
            to = end;
        }
        position = to;
        RecordDecoder again = at(from, to);
        List<Entry> alternatives = new ArrayList<>();
        for (Item item : choice.items()) {
            Alternative alternative = new Alternative(() -> again.read(item));
            List<Item> shown = item.key() == null && item instanceof Composite c ? c.items() : List.of(item);
            for (Item part : shown) {
                Key key = part.key();
                if (key != null) {
                    alternatives.add(alternative.entry(key));
                }
            }
        }
        entries.add(Entry.of(choice.key(), ObjectValue.of(alternatives)));
    }

    /** Another decoder for a part of this record, with all that was read before it. */
    private RecordDecoder at(int from, int to) {
        RecordDecoder again = new RecordDecoder(coding, options, name);
        again.bytes = stays ? bytes : Arrays.copyOfRange(bytes, start, to);
        int shift = stays ? 0 : start;
        again.start = start - shift;
        again.position = from - shift;
        again.end = to - shift;
        again.number = number;
        again.offset = offset;
        again.stays = true;
        open.forEach(entries -> again.open.add(List.copyOf(entries)));
        return again;
    }

    private synchronized ObjectValue read(Item item) {
        int from = position;
        try {
            return ObjectValue.of(items(List.of(item)));
        } finally {
            position = from;
        }
    }

    private boolean isLenient() {
        return options.parsing() == Parsing.LENIENT;
    }

    private void skip(Item item, int characters) {
        int to = coding.skip(bytes, position, end, characters);
        if (to < 0 && !isLenient()) {
            throw tooShort(item);
        }
        position = to < 0 ? end : to;
    }

    private FormatException tooShort(Item item) {
        int has = coding.count(bytes, start, end);
        return fault(
                end,
                "the record ends after " + has + " characters, in or before the field '" + item.label() + "' of "
                        + item.length(),
                "check the lengths in the schema, or read with recordParsing=\"lenient\"");
    }

    private FormatException fault(int at, String message, String hint) {
        return Faults.record(name, number, coding.count(bytes, start, at) + 1, offset + (at - start), message, hint);
    }
}
