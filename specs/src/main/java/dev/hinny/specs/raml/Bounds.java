package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import java.util.Optional;

/** Checks that bounds do not cross and do not widen those of the base type. */
final class Bounds {
    private final Reading reading;

    Bounds(Reading reading) {
        this.reading = reading;
    }

    void wider(Node.Obj o, boolean wider, String facet) {
        if (wider) {
            reading.error(
                    "RAML-WIDER-TYPE",
                    o.get(facet).map(Node::span).orElse(o.span()),
                    "'" + facet + "' allows more than the base type does");
        }
    }

    Shape ordered(Shape shape, SourceSpan place) {
        switch (shape) {
            case Shape.Num n -> crossed(n.minimum(), n.maximum(), "minimum", "maximum", place);
            case Shape.Str s -> crossed(s.minLength(), s.maxLength(), "minLength", "maxLength", place);
            case Shape.File f -> crossed(f.minLength(), f.maxLength(), "minLength", "maxLength", place);
            case Shape.Arr a -> crossed(a.minItems(), a.maxItems(), "minItems", "maxItems", place);
            case Shape.Obj o -> crossed(o.minProperties(), o.maxProperties(), "minProperties", "maxProperties", place);
            case Shape.Any a -> {}
            case Shape.Nil n -> {}
            case Shape.Bool b -> {}
            case Shape.Temporal t -> {}
            case Shape.Union u -> {}
            case Shape.All a -> {}
            case Shape.Not n -> {}
            case Shape.Ref r -> {}
            case Shape.External e -> {}
        }
        return shape;
    }

    private <T extends Comparable<T>> void crossed(
            Optional<T> low, Optional<T> high, String lowName, String highName, SourceSpan place) {
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            reading.error(
                    "RAML-CONFLICTING-FACETS",
                    place,
                    "'" + lowName + "' " + low.get() + " is above '" + highName + "' " + high.get());
        }
    }
}
