package dev.hinny.lang.engine.library;

import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.Entry;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.engine.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script that another runs has logged: kept, or handed to the caller's logger service. */
final class ExecutionLog {
    private final List<Value> entries = Collections.synchronizedList(new ArrayList<>());
    private final @Nullable ObjectValue service;
    private final Value context;

    ExecutionLog(@Nullable ObjectValue service) {
        this.service = service;
        this.context =
                service != null && service.get("initialize") instanceof FunctionValue f ? f.call() : ObjectValue.EMPTY;
    }

    void add(String line) {
        if (service != null && service.get("log") instanceof FunctionValue f) {
            f.call(StringValue.of("INFO"), StringValue.of(line), context);
            return;
        }
        entries.add(ObjectValue.of(List.of(
                Entry.of("level", StringValue.of("INFO")),
                Entry.of("timestamp", StringValue.of(Instant.now().toString())),
                Entry.of("message", StringValue.of(line)))));
    }

    void end() {
        if (service != null && service.get("shutdown") instanceof FunctionValue f) {
            f.call();
        }
    }

    Value values() {
        synchronized (entries) {
            return ArrayValue.of(entries);
        }
    }
}
