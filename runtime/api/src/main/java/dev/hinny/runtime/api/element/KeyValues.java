package dev.hinny.runtime.api.element;

import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import java.util.List;
import java.util.Map;

/**
 * A parameter that is a map: {@code <http:headers>#[…]</http:headers>}, or one child element a key with the attributes
 * {@code key} (or {@code headerName}, {@code paramName}, {@code …Name}) and {@code value}.
 */
public interface KeyValues {
    /** Pairs in order; a key repeats when the value holds it several times. Null values are left out. */
    List<Map.Entry<String, String>> pairs(Event event) throws FlowError;

    boolean isEmpty();

    /** The entries that are written one by one; empty when the whole is an expression. */
    Map<String, Expression> entries();
}
