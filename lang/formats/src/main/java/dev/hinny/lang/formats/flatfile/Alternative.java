package dev.hinny.lang.formats.flatfile;

import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.Key;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One description of a place that has several, read when somebody asks for a field of it. */
final class Alternative {
    private final Supplier<ObjectValue> reading;
    private volatile @Nullable ObjectValue read;

    Alternative(Supplier<ObjectValue> reading) {
        this.reading = reading;
    }

    Entry entry(Key key) {
        return new Part(key, this);
    }

    private Value value(String name) {
        ObjectValue known = read;
        if (known == null) {
            known = reading.get();
            read = known;
        }
        Value value = known.get(name);
        return value == null ? NullValue.NULL : value;
    }

    private record Part(Key key, Alternative alternative) implements Entry {
        @Override
        public Value value() {
            return alternative.value(key.name());
        }

        @Override
        public boolean isMaterialized() {
            return alternative.read != null;
        }
    }
}
