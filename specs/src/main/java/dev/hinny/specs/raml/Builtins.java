package dev.hinny.specs.raml;

import dev.hinny.specs.Shape;
import java.util.List;
import java.util.Optional;

/** The types that RAML 1.0 itself has (section "RAML Data Types"). */
final class Builtins {
    static final List<String> NAMES = List.of(
            "any",
            "object",
            "array",
            "string",
            "number",
            "integer",
            "boolean",
            "nil",
            "file",
            "date-only",
            "time-only",
            "datetime-only",
            "datetime");

    private Builtins() {}

    static Optional<Shape> shape(String name, Shape.About about) {
        return Optional.ofNullable(
                switch (name) {
                    case "any" -> new Shape.Any(about);
                    case "object" -> object(about);
                    case "array" ->
                        new Shape.Arr(about, new Shape.Any(about), Optional.empty(), Optional.empty(), false);
                    case "string" -> string(about);
                    case "number" -> number(about, false);
                    case "integer" -> number(about, true);
                    case "boolean" -> new Shape.Bool(about);
                    case "nil", "null" -> new Shape.Nil(about);
                    case "file" -> new Shape.File(about, List.of(), Optional.empty(), Optional.empty());
                    case "date-only" -> new Shape.Temporal(about, Shape.Temporal.Kind.DATE_ONLY);
                    case "time-only" -> new Shape.Temporal(about, Shape.Temporal.Kind.TIME_ONLY);
                    case "datetime-only" -> new Shape.Temporal(about, Shape.Temporal.Kind.DATETIME_ONLY);
                    case "datetime" -> new Shape.Temporal(about, Shape.Temporal.Kind.DATETIME);
                    default -> null;
                });
    }

    static Shape.Str string(Shape.About about) {
        return new Shape.Str(about, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    static Shape.Num number(Shape.About about, boolean integer) {
        return new Shape.Num(about, integer, Optional.empty(), false, Optional.empty(), false, Optional.empty(), "");
    }

    static Shape.Obj object(Shape.About about) {
        return new Shape.Obj(
                about,
                List.of(),
                List.of(),
                Optional.of(new Shape.Any(Shape.About.at(about.span()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
