package dev.hinny.runtime.engine.graph;

import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.model.descriptor.Catalog;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All error types of an application: the connectors', and those that the application makes by raising them. */
public final class ErrorTypes {
    /** A store that cannot be reached, whatever connector asked it. */
    public static final ErrorType STORE_NOT_AVAILABLE =
            new ErrorType("OS", "STORE_NOT_AVAILABLE", ErrorType.CONNECTIVITY);

    private static final Map<String, ErrorType> COMMON = Map.of(
            "CONNECTIVITY", ErrorType.CONNECTIVITY,
            "RETRY_EXHAUSTED", ErrorType.RETRY_EXHAUSTED,
            "SECURITY", ErrorType.SECURITY,
            "TIMEOUT", ErrorType.TIMEOUT,
            "VALIDATION", ErrorType.VALIDATION);

    private final Catalog catalog;
    private final Map<String, ErrorType> custom = new ConcurrentHashMap<>();

    public ErrorTypes(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The type of that name; one that no connector has becomes a type of the application. */
    public ErrorType named(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        return catalog.errorType(upper).orElseGet(() -> custom.computeIfAbsent(upper, this::make));
    }

    private ErrorType make(String name) {
        int colon = name.indexOf(':');
        String namespace = colon < 0 ? "MULE" : name.substring(0, colon).strip();
        String identifier = name.substring(colon + 1).strip();
        boolean served = !namespace.equals("APP")
                && catalog.errorTypeNames().stream().noneMatch(t -> t.startsWith(namespace + ":"));
        return new ErrorType(
                namespace, identifier, served ? COMMON.getOrDefault(identifier, ErrorType.ANY) : ErrorType.ANY);
    }
}
