package dev.hinny.runtime.engine.core;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.engine.expression.Materials;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Splits what a collection expression gives.
 *
 * @param mediaType of the items
 */
record Split(Iterable<Value> items, MediaType mediaType) {
    /** Items of an array, or values of an object that an expression other than the plain payload gave. */
    static Split of(Expression collection, Event event) throws FlowError {
        TypedValue typed = collection.transform(event, MediaType.JAVA);
        Value value = typed.value();
        return switch (value) {
            case ArrayValue array -> new Split(array, typed.mediaType());
            case NullValue _ -> new Split(List.of(), typed.mediaType());
            case ObjectValue object -> new Split(values(object, collection), typed.mediaType());
            default ->
                throw new FlowError(
                        ErrorType.EXPRESSION,
                        "a collection is expected and '" + collection.source() + "' gives a single value");
        };
    }

    private static List<Value> values(ObjectValue object, Expression collection) throws FlowError {
        if (collection.source().strip().equals("#[payload]")) {
            throw new FlowError(
                    ErrorType.EXPRESSION,
                    "a collection is expected and the payload is an object: to go over its entries set 'collection' to"
                            + " #[dw::core::Objects::entrySet(payload)]");
        }
        List<Value> values = new ArrayList<>();
        for (Entry entry : object) {
            values.add(entry.value());
        }
        return values;
    }

    TypedValue item(Value value) {
        return TypedValue.of(Materials.whole(value), mediaType);
    }

    /** Up to so many items as one array; the iterator must have one more. */
    TypedValue batch(Iterator<Value> rest, int size) {
        List<Value> batch = new ArrayList<>();
        while (rest.hasNext() && batch.size() < size) {
            batch.add(Materials.whole(rest.next()));
        }
        return TypedValue.of(ArrayValue.of(batch), mediaType);
    }
}
