package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.Bindings;
import dev.hinny.lang.engine.CompileOptions;
import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.format.TypedValue;
import dev.hinny.lang.engine.value.NullValue;
import dev.hinny.lang.engine.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of a script: what the host supplies, and the frames of the script and of the modules it imports. */
public final class Evaluation {
    private final Bindings bindings;
    private final CompileOptions options;
    private final @Nullable Frame[] units;
    private final Map<String, Object> host = new HashMap<>();
    private @Nullable Known recent;

    /** The value asked for last: most scripts ask for the same name over and over. */
    private record Known(String name, Value value) {}

    public Evaluation(Bindings bindings, CompileOptions options, int units) {
        this.bindings = bindings;
        this.options = options;
        this.units = new Frame[units];
    }

    public CompileOptions options() {
        return options;
    }

    public Bindings bindings() {
        return bindings;
    }

    /** The frame of a unit; empty until {@link #start} made it. */
    public @Nullable Frame unit(int index) {
        return units[index];
    }

    public void start(int index, Frame frame) {
        units[index] = frame;
    }

    /** What the host supplies for a name, a document not yet read. */
    public synchronized @Nullable Object supplied(String name) {
        Object known = host.get(name);
        if (known == null) {
            known = bindings.get(name);
            if (known != null) {
                host.put(name, known);
            }
        }
        return known;
    }

    /** Replaces what the host supplied, for an {@code input} directive. */
    public synchronized void supply(String name, Object value) {
        host.put(name, value);
        recent = null;
    }

    /** The value of a name of the host; null of the language when the host knows the name but has nothing. */
    public Value value(String name) {
        Known known = recent;
        if (known != null && known.name().equals(name)) {
            return known.value();
        }
        Value value = ask(name);
        recent = new Known(name, value);
        return value;
    }

    private Value ask(String name) {
        return switch (supplied(name)) {
            case Value v -> v;
            case TypedValue t -> t.value(options.resources());
            case null -> {
                if (options.names().contains(name)) {
                    yield NullValue.NULL;
                }
                throw EvaluationException.of("UNKNOWN-NAME", "the host supplies no '" + name + "'", "");
            }
            default -> throw new IllegalStateException("a binding must be a Value or TypedValue: " + name);
        };
    }
}
