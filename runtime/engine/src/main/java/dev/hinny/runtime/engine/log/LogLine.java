package dev.hinny.runtime.engine.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * What is logged once.
 *
 * @param fields further fields, in order; values are texts, numbers or flags
 */
public record LogLine(
        Instant time,
        Level level,
        String logger,
        String thread,
        String message,
        @Nullable Throwable throwable,
        List<Map.Entry<String, Object>> fields) {
    public LogLine {
        fields = List.copyOf(fields);
    }

    /** A field as text; null where there is none. */
    public @Nullable String field(String name) {
        for (Map.Entry<String, Object> field : fields) {
            if (field.getKey().equals(name)) {
                return String.valueOf(field.getValue());
            }
        }
        return null;
    }
}
