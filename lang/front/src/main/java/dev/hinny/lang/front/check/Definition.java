package dev.hinny.lang.front.check;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a declared type stands for, worked out when it is first asked for; types may be recursive. */
public final class Definition {
    private static final int EXPANSIONS = 200;

    private final Function<List<Type>, Type> body;
    private final Map<List<Type>, Type> known = new ConcurrentHashMap<>();
    private volatile @Nullable Thread expanding;

    Definition(Function<List<Type>, Type> body) {
        this.body = body;
    }

    /** The meaning with these arguments; Any while that is being worked out, as in {@code type T = T}. */
    Type expand(List<Type> arguments) {
        Type made = known.get(arguments);
        if (made != null) {
            return made;
        }
        if (expanding == Thread.currentThread() || known.size() > EXPANSIONS) {
            return Type.ANY;
        }
        expanding = Thread.currentThread();
        try {
            made = body.apply(arguments);
        } finally {
            expanding = null;
        }
        known.putIfAbsent(arguments, made);
        return made;
    }
}
