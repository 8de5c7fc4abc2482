package dev.hinny.lang.engine.operation;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Chained;
import dev.hinny.lang.engine.value.Schema;
import dev.hinny.lang.engine.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays one behind the other, at least one of which is read as it goes, so that none of them need be held. */
final class JoinedArray implements ArrayValue {
    /** So many arrays are joined without being copied; going through more of them would cost more than a copy. */
    private static final int MOST_PIECES = 64;

    private final List<ArrayValue> pieces;
    private final Schema schema;

    private JoinedArray(List<ArrayValue> pieces, Schema schema) {
        this.pieces = pieces;
        this.schema = schema;
    }

    /** Null when the items are better copied: none of the arrays is long, or they are many. */
    static @Nullable JoinedArray of(ArrayValue a, ArrayValue b) {
        if (!a.isStreamed() && !b.isStreamed()) {
            return null;
        }
        List<ArrayValue> pieces = new ArrayList<>();
        add(a, pieces);
        add(b, pieces);
        return pieces.size() > MOST_PIECES ? null : new JoinedArray(pieces, Schema.NONE);
    }

    private static void add(ArrayValue array, List<ArrayValue> pieces) {
        if (array instanceof JoinedArray joined) {
            pieces.addAll(joined.pieces);
        } else {
            pieces.add(array);
        }
    }

    @Override
    public long count() {
        long count = 0;
        for (ArrayValue piece : pieces) {
            count += piece.count();
        }
        return count;
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
    public ArrayValue withSchema(Schema other) {
        return new JoinedArray(pieces, other);
    }

    @Override
    public Iterator<Value> iterator() {
        return new Chained<>(pieces.iterator());
    }
}
