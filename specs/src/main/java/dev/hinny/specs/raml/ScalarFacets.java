package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Adds the facets of a declaration to types without parts. */
final class ScalarFacets {
    private static final Set<String> FORMATS =
            Set.of("int8", "int16", "int32", "int64", "int", "long", "float", "double");

    private final Reading reading;
    private final Bounds bounds;

    ScalarFacets(Reading reading, Bounds bounds) {
        this.reading = reading;
        this.bounds = bounds;
    }

    Shape number(Shape.Num n, Node.Obj o, Shape.About about) {
        Optional<BigDecimal> min = reading.number(o, "minimum");
        Optional<BigDecimal> max = reading.number(o, "maximum");
        Optional<BigDecimal> multiple = reading.number(o, "multipleOf");
        String format = reading.text(o, "format");
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            reading.error(
                    "RAML-BAD-FORMAT",
                    o.span(),
                    "'" + format + "' is not a format of numbers, expected one of " + FORMATS);
        }
        if (multiple.isPresent() && multiple.get().signum() <= 0) {
            reading.error("RAML-BAD-VALUE", o.span(), "'multipleOf' must be above 0");
            multiple = Optional.empty();
        }
        bounds.wider(
                o,
                min.isPresent()
                        && n.minimum().isPresent()
                        && min.get().compareTo(n.minimum().get()) < 0,
                "minimum");
        bounds.wider(
                o,
                max.isPresent()
                        && n.maximum().isPresent()
                        && max.get().compareTo(n.maximum().get()) > 0,
                "maximum");
        return bounds.ordered(
                new Shape.Num(
                        about,
                        n.integer(),
                        min.or(n::minimum),
                        n.exclusiveMinimum(),
                        max.or(n::maximum),
                        n.exclusiveMaximum(),
                        multiple.or(n::multipleOf),
                        format.isEmpty() ? n.format() : format),
                o.span());
    }

    Shape string(Shape.Str s, Node.Obj o, Shape.About about) {
        Optional<Long> min = reading.count(o, "minLength");
        Optional<Long> max = reading.count(o, "maxLength");
        String pattern = reading.text(o, "pattern");
        if (!pattern.isEmpty()) {
            checkPattern(pattern, o.get("pattern").map(Node::span).orElse(o.span()), reading);
        }
        bounds.wider(
                o,
                min.isPresent()
                        && s.minLength().isPresent()
                        && min.get() < s.minLength().get(),
                "minLength");
        bounds.wider(
                o,
                max.isPresent()
                        && s.maxLength().isPresent()
                        && max.get() > s.maxLength().get(),
                "maxLength");
        return bounds.ordered(
                new Shape.Str(
                        about,
                        pattern.isEmpty() ? s.pattern() : Optional.of(whole(pattern)),
                        min.or(s::minLength),
                        max.or(s::maxLength),
                        s.format()),
                o.span());
    }

    /** A RAML pattern describes the whole text; a shape's pattern, as in JSON Schema, may match anywhere. */
    static String whole(String pattern) {
        boolean start = pattern.startsWith("^");
        boolean end = pattern.endsWith("$") && !pattern.endsWith("\\$");
        if (start && end) {
            return pattern;
        }
        String core = pattern.substring(start ? 1 : 0, pattern.length() - (end ? 1 : 0));
        return core.indexOf('|') < 0 ? "^" + core + "$" : "^(?:" + core + ")$";
    }

    static void checkPattern(String pattern, SourceSpan place, Reading reading) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException | StackOverflowError e) {
            reading.error("RAML-BAD-PATTERN", place, "'" + Examples.clip(pattern) + "' is not a regular expression");
        }
    }

    Shape temporal(Shape.Temporal t, Node.Obj o, Shape.About about) {
        String format = reading.text(o, "format");
        return switch (format) {
            case "" -> t.with(about);
            case "rfc3339" -> new Shape.Temporal(about, Shape.Temporal.Kind.DATETIME);
            case "rfc2616" -> new Shape.Temporal(about, Shape.Temporal.Kind.DATETIME_RFC2616);
            default -> {
                reading.error("RAML-BAD-FORMAT", o.span(), "'" + format + "' is not rfc3339 or rfc2616");
                yield t.with(about);
            }
        };
    }

    Shape file(Shape.File f, Node.Obj o, Shape.About about) {
        List<String> kinds = reading.texts(o, "fileTypes");
        return bounds.ordered(
                new Shape.File(
                        about,
                        kinds.isEmpty() ? f.fileTypes() : kinds,
                        reading.count(o, "minLength").or(f::minLength),
                        reading.count(o, "maxLength").or(f::maxLength)),
                o.span());
    }
}
