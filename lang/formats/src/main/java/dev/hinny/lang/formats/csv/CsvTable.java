package dev.hinny.lang.formats.csv;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document in memory. It is scanned while it is iterated the first time, and nothing is kept; whoever iterates again or
 * asks for a row far behind gets an index of all rows.
 */
final class CsvTable implements ArrayValue {
    private static final int NEAR = 16;

    private final CsvDocument document;
    private final byte[] bytes;
    private final Schema schema;
    private volatile @Nullable List<Value> rows;
    private volatile int size = -1;
    private boolean iterated;

    CsvTable(CsvDocument document, byte[] bytes, Schema schema) {
        this.document = document;
        this.bytes = bytes;
        this.schema = schema;
    }

    @Override
    public Iterator<Value> iterator() {
        List<Value> known = rows;
        if (known != null) {
            return known.iterator();
        }
        if (iterated) {
            return toList().iterator();
        }
        iterated = true;
        return new CsvReader(document, bytes);
    }

    @Override
    public List<Value> toList() {
        List<Value> known = rows;
        if (known == null) {
            List<Value> all = new ArrayList<>();
            new CsvReader(document, bytes).forEachRemaining(all::add);
            rows = all;
            size = all.size();
            known = all;
        }
        return known;
    }

    @Override
    public int size() {
        int known = size;
        if (known < 0) {
            known = 0;
            for (Iterator<Value> all = new CsvReader(document, bytes); all.hasNext(); all.next()) {
                known++;
            }
            size = known;
        }
        return known;
    }

    @Override
    public @Nullable Value get(int index) {
        if (index < 0) {
            return null;
        }
        if (rows == null && index < NEAR) {
            Iterator<Value> all = new CsvReader(document, bytes);
            for (int i = 0; all.hasNext(); i++) {
                Value row = all.next();
                if (i == index) {
                    return row;
                }
            }
            return null;
        }
        List<Value> all = toList();
        return index < all.size() ? all.get(index) : null;
    }

    @Override
    public boolean isEmpty() {
        return !new CsvReader(document, bytes).hasNext();
    }

    @Override
    public boolean isMaterialized() {
        return rows != null;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public CsvTable withSchema(Schema other) {
        return new CsvTable(document, bytes, other);
    }
}
