package dev.hinny.gateway.api.config;

import dev.hinny.base.Problems;
import dev.hinny.base.SourceSpan;
import dev.hinny.base.SourceText;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that was read: the record, and where its keys stand.
 *
 * @param value empty when there was an error
 */
public record Configuration<C extends Record>(Optional<C> value, SourceSpan place, Map<String, SourceSpan> keys) {
    /**
     * Reads a JSON object into a record and collects all that is wrong with it. An empty text is an empty object.
     *
     * @param source named after what it configures, for example {@code policy rate-limiting of API 12}
     */
    public static <C extends Record> Configuration<C> read(Class<C> type, SourceText source, Problems problems) {
        Problems own = new Problems();
        Optional<Json> json = JsonText.read(source, own);
        SourceSpan whole = source.span(0, 0);
        Object value = json.isEmpty() ? null : new Decoder(own).decode(Shape.group(type), json.get(), "configuration");
        Map<String, SourceSpan> keys = json.isPresent() && json.get() instanceof Json.Obj o ? o.keys() : Map.of();
        problems.addAll(own.sorted());
        Optional<C> result = value == null || own.hasErrors()
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(type.cast(value)));
        return new Configuration<>(result, whole, Map.copyOf(keys));
    }

    /** The place of a key, or of the whole where the key is absent. */
    public SourceSpan place(String key) {
        return keys.getOrDefault(key, place);
    }

    /** The record as JSON-like text with every secret as {@code ***}: the only form that may be logged. */
    public static String masked(Record configuration) {
        StringBuilder out = new StringBuilder("{");
        for (Shape.Part part : Shape.group(configuration.getClass()).parts()) {
            out.append(out.length() > 1 ? ", " : "").append(part.key()).append(": ");
            Object value = read(configuration, part);
            if (part.setting().secret()) {
                out.append("***");
            } else {
                mask(value, out);
            }
        }
        return out.append('}').toString();
    }

    private static void mask(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case Record r -> out.append(masked(r));
            case Optional<?> o -> mask(o.orElse(null), out);
            case Iterable<?> all -> {
                out.append('[');
                String comma = "";
                for (Object item : all) {
                    out.append(comma);
                    mask(item, out);
                    comma = ", ";
                }
                out.append(']');
            }
            case null -> out.append("null");
            default -> out.append(value);
        }
    }

    private static @Nullable Object read(Record configuration, Shape.Part part) {
        try {
            var accessor = part.component().getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(configuration);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
