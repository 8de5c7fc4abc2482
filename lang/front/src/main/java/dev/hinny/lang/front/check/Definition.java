package dev.hinny.lang.front.check;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What a declared type stands for, worked out when it is first asked for; types may be recursive. */
public final class Definition {
    private final int parameters;
    private final Function<List<Type>, Type> body;
    private final Map<List<Type>, Type> known = new ConcurrentHashMap<>();

    Definition(int parameters, Function<List<Type>, Type> body) {
        this.parameters = parameters;
        this.body = body;
    }

    int parameters() {
        return parameters;
    }

    Type expand(List<Type> arguments) {
        Type made = known.get(arguments);
        if (made == null) {
            made = body.apply(arguments);
            known.putIfAbsent(arguments, made);
        }
        return made;
    }
}
