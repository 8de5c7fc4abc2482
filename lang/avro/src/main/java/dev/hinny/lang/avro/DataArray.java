package dev.hinny.lang.avro;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.Iterator;
import java.util.function.Supplier;

/** An array that reads its source again for each iteration; it has no state but the size once that is known. */
final class DataArray implements ArrayValue {
    private final Supplier<Iterator<Value>> source;
    private final Schema schema;
    private volatile int size = -1;

    DataArray(Supplier<Iterator<Value>> source, Schema schema) {
        this.source = source;
        this.schema = schema;
    }

    @Override
    public int size() {
        int known = size;
        if (known < 0) {
            known = ArrayValue.super.size();
            size = known;
        }
        return known;
    }

    @Override
    public Iterator<Value> iterator() {
        return source.get();
    }

    @Override
    public boolean isMaterialized() {
        return false;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public DataArray withSchema(Schema other) {
        return new DataArray(source, other);
    }
}
