package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Shape;
import java.util.Locale;
import java.util.Optional;

/** Checks that what a sub-type says of a part fits what its base type says. */
final class Compatibility {
    private final Types types;
    private final Reading reading;

    Compatibility(Types types, Reading reading) {
        this.types = types;
        this.reading = reading;
    }

    void override(Shape.Property parent, Shape.Property child) {
        if (parent.required() && !child.required()) {
            reading.error(
                    "RAML-WIDER-TYPE",
                    child.span(),
                    "the property '" + child.name() + "' is required by the base type");
        }
        conflict(parent.shape(), child.shape(), child.span(), "the property '" + child.name() + "'");
    }

    void conflict(Shape parent, Shape child, SourceSpan place, String what) {
        types.later(() -> {
            if (!narrower(parent, child, 0)) {
                reading.error(
                        "RAML-WIDER-TYPE",
                        place,
                        what + " does not fit the base type: " + word(parent) + " became " + word(child));
            }
        });
    }

    static String word(Shape shape) {
        return shape instanceof Shape.Ref r
                ? r.target()
                : shape.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Whether every value of the child may be a value of the parent, as far as kinds and simple facets tell. */
    private boolean narrower(Shape parent, Shape child, int depth) {
        if (depth > 20
                || parent.equals(child)
                || parent instanceof Shape.Ref p
                        && child instanceof Shape.Ref c
                        && p.target().equals(c.target())) {
            return true;
        }
        Shape up = types.behind(Info.of(parent)).map(Info::shape).orElse(parent);
        Shape down = types.behind(Info.of(child)).map(Info::shape).orElse(child);
        if (up instanceof Shape.Any
                || up instanceof Shape.Ref
                || down instanceof Shape.Ref
                || up instanceof Shape.External
                || up instanceof Shape.All) {
            return true;
        }
        if (down instanceof Shape.Union u) {
            return u.options().stream().allMatch(o -> narrower(up, o, depth + 1));
        }
        if (up instanceof Shape.Union u) {
            return u.options().stream().anyMatch(o -> narrower(o, down, depth + 1));
        }
        if (!up.about().values().isEmpty()
                && !down.about().values().isEmpty()
                && !down.about().values().stream()
                        .allMatch(v -> up.about().values().stream().anyMatch(w -> w.same(v)))) {
            return false;
        }
        return switch (up) {
            case Shape.Num n ->
                down instanceof Shape.Num d
                        && (d.integer() || !n.integer())
                        && notBelow(d.minimum(), n.minimum())
                        && notBelow(n.maximum(), d.maximum());
            case Shape.Str s ->
                down instanceof Shape.Str d
                        && notBelow(d.minLength(), s.minLength())
                        && notBelow(s.maxLength(), d.maxLength());
            case Shape.Arr a -> down instanceof Shape.Arr d && narrower(a.items(), d.items(), depth + 1);
            case Shape.Temporal t -> down instanceof Shape.Temporal d && d.kind() == t.kind();
            case Shape.Obj o -> down instanceof Shape.Obj d && members(o, d, depth);
            case Shape.Nil n -> down instanceof Shape.Nil;
            case Shape.Bool b -> down instanceof Shape.Bool;
            case Shape.File f -> down instanceof Shape.File;
            case Shape.Not n -> true;
            case Shape.Any a -> true;
            case Shape.Union u -> true;
            case Shape.All a -> true;
            case Shape.Ref r -> true;
            case Shape.External e -> true;
        };
    }

    private boolean members(Shape.Obj up, Shape.Obj down, int depth) {
        return up.properties().stream()
                .allMatch(p -> down.property(p.name())
                        .map(q -> narrower(p.shape(), q.shape(), depth + 1))
                        .orElse(true));
    }

    private static <T extends Comparable<T>> boolean notBelow(Optional<T> value, Optional<T> bound) {
        return value.isEmpty() || bound.isEmpty() || value.get().compareTo(bound.get()) >= 0;
    }
}
