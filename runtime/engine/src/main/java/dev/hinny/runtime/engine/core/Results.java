package dev.hinny.runtime.engine.core;

import dev.hinny.base.MediaType;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.runtime.api.ErrorInfo;
import dev.hinny.runtime.api.Message;
import dev.hinny.runtime.engine.expression.ErrorValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What routers give: messages and errors as values. */
final class Results {
    private Results() {}

    static Value message(Message message) {
        return ErrorValues.message(message);
    }

    static Value error(ErrorInfo error) {
        return ErrorValues.error(error);
    }

    static TypedValue object(Map<String, Value> entries) {
        List<Entry> list = new ArrayList<>();
        entries.forEach((k, v) -> list.add(Entry.of(k, v)));
        return TypedValue.of(ObjectValue.of(list), MediaType.JAVA);
    }
}
