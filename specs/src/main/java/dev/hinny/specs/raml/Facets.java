package dev.hinny.specs.raml;

import dev.hinny.specs.Shape;
import java.util.HashSet;
import java.util.Set;

/** Which facets each kind of type has (RAML 1.0 section "Built-in Types"). */
final class Facets {
    /** Facets that say nothing about which values are allowed. */
    static final Set<String> SOFT =
            Set.of("type", "schema", "displayName", "description", "default", "example", "examples", "xml", "required");

    static final Set<String> COMMON = union(SOFT, Set.of("facets", "enum"));
    static final Set<String> OBJECT = Set.of(
            "properties",
            "minProperties",
            "maxProperties",
            "additionalProperties",
            "discriminator",
            "discriminatorValue");
    static final Set<String> ARRAY = Set.of("items", "minItems", "maxItems", "uniqueItems");
    static final Set<String> STRING = Set.of("pattern", "minLength", "maxLength");
    static final Set<String> NUMBER = Set.of("minimum", "maximum", "format", "multipleOf");
    static final Set<String> FILE = Set.of("fileTypes", "minLength", "maxLength");
    static final Set<String> ALL = union(
            union(union(COMMON, OBJECT), union(ARRAY, STRING)), union(union(NUMBER, FILE), Set.of("allowedTargets")));

    private Facets() {}

    static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        return Set.copyOf(all);
    }

    static Set<String> of(Shape shape) {
        return switch (shape) {
            case Shape.Any a -> Set.of();
            case Shape.Nil n -> Set.of();
            case Shape.Bool b -> Set.of();
            case Shape.Num n -> NUMBER;
            case Shape.Str s -> STRING;
            case Shape.Temporal t -> isMoment(t) ? Set.of("format") : Set.of();
            case Shape.File f -> FILE;
            case Shape.Arr a -> ARRAY;
            case Shape.Obj o -> OBJECT;
            case Shape.Union u -> u.options().stream().map(Facets::of).reduce(Set.of(), Facets::union);
            case Shape.All a -> a.parts().stream().map(Facets::of).reduce(Set.of(), Facets::union);
            case Shape.Not n -> Set.of();
            case Shape.Ref r -> union(union(union(OBJECT, ARRAY), union(STRING, NUMBER)), FILE);
            case Shape.External e -> Set.of();
        };
    }

    private static boolean isMoment(Shape.Temporal t) {
        return t.kind() == Shape.Temporal.Kind.DATETIME || t.kind() == Shape.Temporal.Kind.DATETIME_RFC2616;
    }
}
