package dev.hinny.runtime.model.descriptor;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.element.ElementType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** All elements and error types of the connectors that are there. Immutable. */
public final class Catalog {
    /** Namespace of the core. */
    public static final String CORE = "http://www.mulesoft.org/schema/mule/core";

    private static final List<ErrorType> CORE_ERRORS = List.of(
            ErrorType.ANY,
            ErrorType.CRITICAL,
            ErrorType.TRANSFORMATION,
            ErrorType.EXPRESSION,
            ErrorType.DUPLICATE_MESSAGE,
            ErrorType.REDELIVERY_EXHAUSTED,
            ErrorType.RETRY_EXHAUSTED,
            ErrorType.ROUTING,
            ErrorType.COMPOSITE_ROUTING,
            ErrorType.CONNECTIVITY,
            ErrorType.VALIDATION,
            ErrorType.SECURITY,
            ErrorType.CLIENT_SECURITY,
            ErrorType.SERVER_SECURITY,
            ErrorType.NOT_PERMITTED,
            ErrorType.TIMEOUT,
            ErrorType.SOURCE,
            ErrorType.SOURCE_RESPONSE,
            ErrorType.SOURCE_RESPONSE_GENERATE,
            ErrorType.SOURCE_RESPONSE_SEND,
            ErrorType.STREAM_MAXIMUM_SIZE_EXCEEDED,
            ErrorType.UNKNOWN,
            ErrorType.OVERLOAD,
            ErrorType.FLOW_BACK_PRESSURE);

    private final Map<String, List<ConnectorProvider>> byUri = new LinkedHashMap<>();
    private final Map<String, Map<String, ElementDescriptor>> elements = new LinkedHashMap<>();
    private final Map<String, ErrorType> errorTypes = new LinkedHashMap<>();

    public Catalog(Iterable<ConnectorProvider> providers) {
        CORE_ERRORS.forEach(e -> errorTypes.put(e.toString(), e));
        for (ConnectorProvider provider : providers) {
            byUri.computeIfAbsent(provider.uri(), _ -> new ArrayList<>()).add(provider);
            Map<String, ElementDescriptor> names = elements.computeIfAbsent(provider.uri(), _ -> new LinkedHashMap<>());
            for (ElementType type : provider.elements()) {
                names.put(type.name(), new ElementDescriptor(provider, type, RecordDescriptor.of(type.parameters())));
            }
            provider.errorTypes().forEach(e -> errorTypes.put(e.toString(), e));
        }
    }

    /** The providers on the class path. */
    public static Catalog standard() {
        return new Catalog(ServiceLoader.load(ConnectorProvider.class, Catalog.class.getClassLoader()));
    }

    /** Whether a connector serves the namespace. */
    public boolean knows(String uri) {
        return byUri.containsKey(uri);
    }

    public Optional<ElementDescriptor> element(String uri, String name) {
        return Optional.ofNullable(elements.getOrDefault(uri, Map.of()).get(name));
    }

    /** Local names of a namespace's elements, for suggestions. */
    public Set<String> names(String uri) {
        return new LinkedHashSet<>(elements.getOrDefault(uri, Map.of()).keySet());
    }

    /** The namespace of a prefix, as the providers name it. */
    public Optional<String> uri(String prefix) {
        return byUri.values().stream()
                .flatMap(List::stream)
                .filter(p -> p.prefix().equals(prefix))
                .map(ConnectorProvider::uri)
                .findFirst();
    }

    /** An error type by {@code NAMESPACE:IDENTIFIER}; without namespace it is the core's. */
    public Optional<ErrorType> errorType(String name) {
        String upper = name.strip().toUpperCase(java.util.Locale.ROOT);
        return Optional.ofNullable(errorTypes.get(upper.contains(":") ? upper : "MULE:" + upper));
    }

    public Set<String> errorTypeNames() {
        return Set.copyOf(errorTypes.keySet());
    }

    public List<ElementDescriptor> all() {
        return elements.values().stream().flatMap(m -> m.values().stream()).toList();
    }
}
