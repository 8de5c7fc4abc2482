package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins several types into one that is all of them (RAML 1.0 section "Multiple Inheritance"). */
final class Join {
    private final Types types;
    private final Reading reading;
    private final Bounds bounds;

    Join(Types types, Reading reading, Bounds bounds) {
        this.types = types;
        this.reading = reading;
        this.bounds = bounds;
    }

    /** One type that is both. */
    Shape both(Shape a, Shape b, SourceSpan place) {
        if (a instanceof Shape.Any) {
            return b;
        }
        if (b instanceof Shape.Any) {
            return a;
        }
        if (a instanceof Shape.Union u) {
            return new Shape.Union(
                    u.about(),
                    u.options().stream().map(o -> joined(o, b, place)).toList(),
                    false,
                    Optional.empty());
        }
        if (b instanceof Shape.Union u) {
            return new Shape.Union(
                    u.about(),
                    u.options().stream().map(o -> joined(a, o, place)).toList(),
                    false,
                    Optional.empty());
        }
        return switch (a) {
            case Shape.Obj x when b instanceof Shape.Obj y -> objects(x, y, place);
            case Shape.Num x when b instanceof Shape.Num y -> bounds.ordered(numbers(x, y), place);
            case Shape.Str x
            when b instanceof Shape.Str y ->
                bounds.ordered(
                        new Shape.Str(
                                x.about(),
                                y.pattern().or(x::pattern),
                                higher(x.minLength(), y.minLength()),
                                lower(x.maxLength(), y.maxLength()),
                                x.format()),
                        place);
            case Shape.Arr x
            when b instanceof Shape.Arr y ->
                new Shape.Arr(
                        x.about(),
                        joined(x.items(), y.items(), place),
                        higher(x.minItems(), y.minItems()),
                        lower(x.maxItems(), y.maxItems()),
                        x.unique() || y.unique());
            case Shape.Temporal x
            when b instanceof Shape.Temporal y && x.kind() != y.kind() -> {
                reading.error(
                        "RAML-INCOMPATIBLE-TYPES",
                        place,
                        "a type cannot be both " + x.kind().word() + " and "
                                + y.kind().word());
                yield x;
            }
            case Shape x when x.getClass().equals(b.getClass()) -> x;
            case Shape x -> {
                reading.error(
                        "RAML-INCOMPATIBLE-TYPES",
                        place,
                        "a type cannot be both " + Compatibility.word(x) + " and " + Compatibility.word(b));
                yield x;
            }
        };
    }

    private Shape joined(Shape a, Shape b, SourceSpan place) {
        if (a instanceof Shape.Ref x && b instanceof Shape.Ref y && x.target().equals(y.target())) {
            return a;
        }
        Optional<Info> first = types.behind(Info.of(a));
        Optional<Info> second = types.behind(Info.of(b));
        return first.isPresent() && second.isPresent()
                ? both(first.get().shape(), second.get().shape(), place)
                : a;
    }

    private static Shape.Num numbers(Shape.Num x, Shape.Num y) {
        return new Shape.Num(
                x.about(),
                x.integer() || y.integer(),
                higher(x.minimum(), y.minimum()),
                false,
                lower(x.maximum(), y.maximum()),
                false,
                y.multipleOf().or(x::multipleOf),
                y.format().isEmpty() ? x.format() : y.format());
    }

    private Shape objects(Shape.Obj x, Shape.Obj y, SourceSpan place) {
        Map<String, Shape.Property> all = new LinkedHashMap<>();
        x.properties().forEach(p -> all.put(p.name(), p));
        for (Shape.Property p : y.properties()) {
            Shape.Property other = all.get(p.name());
            all.put(
                    p.name(),
                    other == null
                            ? p
                            : new Shape.Property(
                                    p.name(),
                                    p.required() || other.required(),
                                    joined(other.shape(), p.shape(), place),
                                    p.span()));
        }
        List<Shape.PatternProperty> patterns = new ArrayList<>(x.patterns());
        patterns.addAll(y.patterns());
        return new Shape.Obj(
                x.about(),
                new ArrayList<>(all.values()),
                patterns,
                x.additional().isEmpty() ? x.additional() : y.additional(),
                higher(x.minProperties(), y.minProperties()),
                lower(x.maxProperties(), y.maxProperties()),
                x.discriminator().or(y::discriminator));
    }

    private static <T extends Comparable<T>> Optional<T> higher(Optional<T> a, Optional<T> b) {
        return a.isEmpty() || b.isPresent() && b.get().compareTo(a.get()) > 0 ? b : a;
    }

    private static <T extends Comparable<T>> Optional<T> lower(Optional<T> a, Optional<T> b) {
        return a.isEmpty() || b.isPresent() && b.get().compareTo(a.get()) < 0 ? b : a;
    }
}
