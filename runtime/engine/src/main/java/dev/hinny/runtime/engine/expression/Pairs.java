package dev.hinny.runtime.engine.expression;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Event;
import dev.hinny.runtime.api.Expression;
import dev.hinny.runtime.api.FlowError;
import dev.hinny.runtime.api.element.KeyValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map parameter: either one expression, or expressions by key. */
public final class Pairs implements KeyValues {
    public static final Pairs EMPTY = new Pairs(null, List.of());

    private final @Nullable Expression whole;
    private final List<Map.Entry<String, Expression>> single;

    private Pairs(@Nullable Expression whole, List<Map.Entry<String, Expression>> single) {
        this.whole = whole;
        this.single = single;
    }

    public static Pairs of(Expression whole) {
        return new Pairs(whole, List.of());
    }

    public static Pairs of(List<Map.Entry<String, Expression>> single) {
        return new Pairs(null, List.copyOf(single));
    }

    @Override
    public List<Map.Entry<String, String>> pairs(Event event) throws FlowError {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (Map.Entry<String, Expression> entry : single) {
            add(entry.getKey(), entry.getValue().evaluate(event), pairs);
        }
        if (whole != null) {
            switch (whole.evaluate(event)) {
                case NullValue _ -> {}
                case ObjectValue object -> object(object, pairs);
                case ArrayValue array -> {
                    for (Value item : array) {
                        if (item instanceof ObjectValue object) {
                            object(object, pairs);
                        }
                    }
                }
                case Value other ->
                    throw new FlowError(
                            ErrorType.EXPRESSION,
                            "an object is expected and '" + Strings.brief(Texts.of(other)) + "' was given by '"
                                    + Strings.brief(whole.source()) + "'");
            }
        }
        return pairs;
    }

    private static void object(ObjectValue object, List<Map.Entry<String, String>> pairs) {
        for (Entry entry : object) {
            add(entry.key().name(), entry.value(), pairs);
        }
    }

    private static void add(String key, Value value, List<Map.Entry<String, String>> pairs) {
        switch (value) {
            case NullValue _ -> {}
            case ArrayValue array -> array.forEach(item -> add(key, item, pairs));
            case Value other -> pairs.add(Map.entry(key, Texts.of(other)));
        }
    }

    @Override
    public boolean isEmpty() {
        return whole == null && single.isEmpty();
    }

    @Override
    public Map<String, Expression> entries() {
        Map<String, Expression> entries = new LinkedHashMap<>();
        single.forEach(e -> entries.put(e.getKey(), e.getValue()));
        return entries;
    }
}
