package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Shape;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A type while it is read: its shape, and what sub-types must know of it.
 *
 * @param facets the facets that it and its ancestors declare for sub-types
 * @param ancestors the keys of the named types that it descends from
 */
record Info(Shape shape, Map<String, Facet> facets, Set<String> ancestors) {
    /** A facet that a type declares for its sub-types. */
    record Facet(String name, boolean required, Shape shape, SourceSpan span) {}

    static Info of(Shape shape) {
        return new Info(shape, Map.of(), Set.of());
    }

    Info with(Shape other) {
        return new Info(other, facets, ancestors);
    }

    Info and(Info other, Shape both) {
        Map<String, Facet> all = new LinkedHashMap<>(facets);
        all.putAll(other.facets);
        Set<String> from = new LinkedHashSet<>(ancestors);
        from.addAll(other.ancestors);
        return new Info(both, all, from);
    }
}
