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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a script that another runs has logged: kept, or handed to the caller's logger service. */
final class ExecutionLog {
    private static final Pattern LEVELLED = Pattern.compile("(TRACE|DEBUG|INFO|WARN|ERROR) (?!- )(.*)", Pattern.DOTALL);

    private final List<Value> entries = Collections.synchronizedList(new ArrayList<>());
    private final @Nullable ObjectValue service;
    private final Value context;

    ExecutionLog(@Nullable ObjectValue service) {
        this.service = service;
        this.context =
                service != null && service.get("initialize") instanceof FunctionValue f ? f.call() : ObjectValue.EMPTY;
    }

    /** A line; {@code logWarn} and the like put their level before it. */
    void add(String line) {
        Matcher levelled = LEVELLED.matcher(line);
        if (levelled.matches()) {
            add(levelled.group(1), levelled.group(2));
        } else {
            add("INFO", line);
        }
    }

    private void add(String level, String line) {
        if (service != null && service.get("log") instanceof FunctionValue f) {
            f.call(StringValue.of(level), StringValue.of(line), context);
            return;
        }
        entries.add(ObjectValue.of(List.of(
                Entry.of("level", StringValue.of(level)),
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
