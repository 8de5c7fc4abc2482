package dev.hinny.lang.formats.csv;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Indexed;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.formats.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A row as a view on the document's bytes: a field becomes a value when somebody asks for it. */
final class CsvRow implements ObjectValue {
    private final CsvHeader header;
    private final CsvMarks marks;
    private final byte[] bytes;
    private final int shift;
    private final int[] fields;
    private final Schema schema;

    /**
     * @param fields as {@link CsvScanner} gives them
     * @param shift by how much less the fields start in these bytes
     */
    CsvRow(CsvHeader header, CsvMarks marks, byte[] bytes, int shift, int[] fields, Schema schema) {
        this.header = header;
        this.marks = marks;
        this.bytes = bytes;
        this.shift = shift;
        this.fields = fields;
        this.schema = schema;
    }

    static StringValue value(CsvMarks marks, byte[] bytes, int start, int described) {
        int length = described >>> CsvScanner.SHIFT;
        if ((described & (CsvScanner.RAW | CsvScanner.HIGH)) == 0) {
            return StringValue.utf8(bytes, start, length, (described & CsvScanner.PLAIN) != 0);
        }
        if ((described & CsvScanner.RAW) != 0) {
            return StringValue.of(marks.decode(bytes, start, start + length));
        }
        if (marks.decodes()) {
            return StringValue.of(new String(bytes, start, length, marks.charset()));
        }
        return Utf8.isValid(bytes, start, length)
                ? StringValue.utf8(bytes, start, length, (described & CsvScanner.PLAIN) != 0)
                : StringValue.of(new String(bytes, start, length, StandardCharsets.UTF_8));
    }

    private StringValue value(int index) {
        return value(marks, bytes, fields[2 * index] - shift, fields[2 * index + 1]);
    }

    @Override
    public int size() {
        return fields.length >> 1;
    }

    @Override
    public boolean isEmpty() {
        return fields.length == 0;
    }

    @Override
    public @Nullable StringValue get(String name) {
        int index = header.index(name);
        return index >= 0 && index < size() ? value(index) : null;
    }

    @Override
    public @Nullable Entry entry(int index) {
        return index >= 0 && index < size() ? new Entry.Pair(header.key(index), value(index)) : null;
    }

    @Override
    public Iterator<Entry> iterator() {
        return new Indexed<>(size(), index -> new Entry.Pair(header.key(index), value(index)));
    }

    @Override
    public void forEachPair(BiConsumer<Key, Value> visitor) {
        int size = size();
        for (int i = 0; i < size; i++) {
            visitor.accept(header.key(i), value(i));
        }
    }

    @Override
    public boolean hasPlainKeys() {
        return true;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public CsvRow withSchema(Schema other) {
        return new CsvRow(header, marks, bytes, shift, fields, other);
    }
}
