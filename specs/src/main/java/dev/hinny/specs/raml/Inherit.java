package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes sub-types: adds facets to a type, and joins several types into one. */
final class Inherit {
    private static final Set<String> FORMATS =
            Set.of("int8", "int16", "int32", "int64", "int", "long", "float", "double");
    private final Types types;
    private final Reading reading;

    Inherit(Types types, Reading reading) {
        this.types = types;
        this.reading = reading;
    }

    /** The type with the facets of a declaration. */
    Shape narrow(Shape base, Node.Obj o, Shape.About declared) {
        Shape.About about = values(base, declared);
        return switch (base) {
            case Shape.Any a -> a.with(about);
            case Shape.Nil n -> n.with(about);
            case Shape.Bool b -> b.with(about);
            case Shape.Num n -> number(n, o, about);
            case Shape.Str s -> string(s, o, about);
            case Shape.Temporal t -> temporal(t, o, about);
            case Shape.File f -> file(f, o, about);
            case Shape.Arr a -> array(a, o, about);
            case Shape.Obj b -> object(b, o, about);
            case Shape.Union u -> union(u, o, about);
            case Shape.All a -> a.with(about);
            case Shape.Not n -> n.with(about);
            case Shape.Ref r -> r.with(about);
            case Shape.External e -> e.with(about);
        };
    }

    private Shape.About values(Shape base, Shape.About declared) {
        List<Node> inherited = base.about().values();
        if (declared.values().isEmpty()) {
            return declared.values(inherited);
        }
        for (Node value : declared.values()) {
            if (!inherited.isEmpty() && inherited.stream().noneMatch(i -> i.same(value))) {
                reading.error(
                        "RAML-WIDER-TYPE",
                        value.span(),
                        "'" + value.scalar().orElse(value.kind()) + "' is not among the values of the base type");
            }
            types.later(() -> types.examples()
                    .check(base.with(Shape.About.at(base.about().span())), value, value.span(), "RAML-BAD-ENUM", "the enum value"));
        }
        return declared;
    }

    private Shape union(Shape.Union u, Node.Obj o, Shape.About about) {
        if (o.has("discriminator") || o.has("discriminatorValue")) {
            reading.error("RAML-BAD-DISCRIMINATOR", o.span(), "a union cannot have a discriminator");
        }
        boolean parts = o.entries().stream()
                .anyMatch(e -> !Facets.COMMON.contains(e.key()) && Facets.ALL.contains(e.key()));
        if (!parts) {
            return u.with(about);
        }
        List<Shape> options = new ArrayList<>();
        for (Shape option : u.options()) {
            Shape real = types.behind(Info.of(option)).map(Info::shape).orElse(option);
            Set<String> own = Facets.of(real);
            boolean fits = o.entries().stream().anyMatch(e -> own.contains(e.key()));
            Node.Obj mine = new Node.Obj(
                    o.entries().stream().filter(e -> own.contains(e.key())).toList(), o.span());
            options.add(fits ? narrow(real, mine, real.about()) : option);
        }
        return new Shape.Union(about, options, u.exactlyOne(), u.discriminator());
    }

    private Shape number(Shape.Num n, Node.Obj o, Shape.About about) {
        Optional<BigDecimal> min = reading.number(o, "minimum");
        Optional<BigDecimal> max = reading.number(o, "maximum");
        Optional<BigDecimal> multiple = reading.number(o, "multipleOf");
        String format = reading.text(o, "format");
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            reading.error("RAML-BAD-FORMAT", o.span(), "'" + format + "' is not a format of numbers, expected one of " + FORMATS);
        }
        if (multiple.isPresent() && multiple.get().signum() <= 0) {
            reading.error("RAML-BAD-VALUE", o.span(), "'multipleOf' must be above 0");
            multiple = Optional.empty();
        }
        wider(o, min.isPresent() && n.minimum().isPresent() && min.get().compareTo(n.minimum().get()) < 0, "minimum");
        wider(o, max.isPresent() && n.maximum().isPresent() && max.get().compareTo(n.maximum().get()) > 0, "maximum");
        return ordered(
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

    private void wider(Node.Obj o, boolean wider, String facet) {
        if (wider) {
            reading.error(
                    "RAML-WIDER-TYPE",
                    o.get(facet).map(Node::span).orElse(o.span()),
                    "'" + facet + "' allows more than the base type does");
        }
    }

    private Shape ordered(Shape shape, SourceSpan place) {
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

    private Shape string(Shape.Str s, Node.Obj o, Shape.About about) {
        Optional<Long> min = reading.count(o, "minLength");
        Optional<Long> max = reading.count(o, "maxLength");
        String pattern = reading.text(o, "pattern");
        if (!pattern.isEmpty()) {
            checkPattern(pattern, o.get("pattern").map(Node::span).orElse(o.span()), reading);
        }
        wider(o, min.isPresent() && s.minLength().isPresent() && min.get() < s.minLength().get(), "minLength");
        wider(o, max.isPresent() && s.maxLength().isPresent() && max.get() > s.maxLength().get(), "maxLength");
        return ordered(
                new Shape.Str(
                        about,
                        pattern.isEmpty() ? s.pattern() : Optional.of(whole(pattern)),
                        min.or(s::minLength),
                        max.or(s::maxLength),
                        s.format()),
                o.span());
    }

    /** A RAML pattern describes the whole text; a shape's pattern, as in JSON Schema, may match anywhere. */
    private static String whole(String pattern) {
        boolean start = pattern.startsWith("^");
        boolean end = pattern.endsWith("$");
        return start && end ? pattern : (start ? "" : "^") + (start || end ? pattern : "(?:" + pattern + ")") + (end ? "" : "$");
    }

    static void checkPattern(String pattern, SourceSpan place, Reading reading) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException | StackOverflowError e) {
            reading.error("RAML-BAD-PATTERN", place, "'" + Examples.clip(pattern) + "' is not a regular expression");
        }
    }

    private Shape temporal(Shape.Temporal t, Node.Obj o, Shape.About about) {
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

    private Shape file(Shape.File f, Node.Obj o, Shape.About about) {
        List<String> kinds = reading.texts(o, "fileTypes");
        return ordered(
                new Shape.File(
                        about,
                        kinds.isEmpty() ? f.fileTypes() : kinds,
                        reading.count(o, "minLength").or(f::minLength),
                        reading.count(o, "maxLength").or(f::maxLength)),
                o.span());
    }

    private Shape array(Shape.Arr a, Node.Obj o, Shape.About about) {
        Optional<Long> min = reading.count(o, "minItems");
        Optional<Long> max = reading.count(o, "maxItems");
        wider(o, min.isPresent() && a.minItems().isPresent() && min.get() < a.minItems().get(), "minItems");
        wider(o, max.isPresent() && a.maxItems().isPresent() && max.get() > a.maxItems().get(), "maxItems");
        Shape items = a.items();
        if (o.has("items")) {
            Node node = o.get("items").orElseThrow();
            if (node instanceof Node.Seq) {
                reading.error("RAML-BAD-TYPE", node.span(), "'items' must be a type, found a list");
            }
            Shape own = types.read(node, "", Types.Otherwise.STRING, node.span()).shape();
            conflict(items, own, node.span(), "the items");
            items = own;
        }
        return ordered(
                new Shape.Arr(
                        about, items, min.or(a::minItems), max.or(a::maxItems), reading.bool(o, "uniqueItems", a.unique())),
                o.span());
    }

    private Shape object(Shape.Obj b, Node.Obj o, Shape.About about) {
        List<Shape.PatternProperty> patterns = new ArrayList<>();
        List<Shape.Property> own =
                reading.object(o, "properties").map(p -> types.properties(p, patterns)).orElse(List.of());
        Map<String, Shape.Property> all = new LinkedHashMap<>();
        b.properties().forEach(p -> all.put(p.name(), p));
        for (Shape.Property p : own) {
            Shape.Property inherited = all.get(p.name());
            if (inherited != null) {
                override(inherited, p);
            }
            all.put(p.name(), p);
        }
        b.patterns().stream().filter(p -> patterns.stream().noneMatch(q -> q.pattern().equals(p.pattern()))).forEach(patterns::add);
        Optional<Long> min = reading.count(o, "minProperties");
        Optional<Long> max = reading.count(o, "maxProperties");
        wider(o, min.isPresent() && b.minProperties().isPresent() && min.get() < b.minProperties().get(), "minProperties");
        wider(o, max.isPresent() && b.maxProperties().isPresent() && max.get() > b.maxProperties().get(), "maxProperties");
        Optional<Shape> additional = b.additional();
        if (o.get("additionalProperties").map(Reading::plain).orElse(null) instanceof Node extra) {
            if (extra instanceof Node.Bool allowed) {
                additional = allowed.value() ? Optional.of(new Shape.Any(Shape.About.at(extra.span()))) : Optional.empty();
            } else {
                reading.problems().error(
                        "RAML-BAD-VALUE",
                        extra.span(),
                        "'additionalProperties' must be true or false, found " + extra.kind(),
                        "declare a pattern property '//' for the type of further properties");
            }
        }
        if (additional.isEmpty() && !patterns.isEmpty() && o.has("additionalProperties")) {
            reading.error(
                    "RAML-CONFLICTING-FACETS", o.span(), "pattern properties cannot stand beside 'additionalProperties: false'");
        }
        return ordered(
                new Shape.Obj(
                        about,
                        new ArrayList<>(all.values()),
                        patterns,
                        additional,
                        min.or(b::minProperties),
                        max.or(b::maxProperties),
                        discriminator(b, o, about, all)),
                o.span());
    }

    private Optional<Shape.Discriminator> discriminator(
            Shape.Obj b, Node.Obj o, Shape.About about, Map<String, Shape.Property> properties) {
        String name = reading.text(o, "discriminator");
        if (name.isEmpty()) {
            name = b.discriminator().map(Shape.Discriminator::property).orElse("");
        } else if (!types.named(o)) {
            reading.error("RAML-BAD-DISCRIMINATOR", o.span(), "only a named type can have a discriminator");
        } else if (!properties.containsKey(name)) {
            reading.error("RAML-BAD-DISCRIMINATOR", o.span(), "the discriminator '" + name + "' is not a property of the type");
        } else {
            Shape shape = properties.get(name).shape();
            Shape real = types.behind(Info.of(shape)).map(Info::shape).orElse(shape);
            if (real instanceof Shape.Obj || real instanceof Shape.Arr || real instanceof Shape.Union) {
                reading.error("RAML-BAD-DISCRIMINATOR", o.span(), "the discriminator '" + name + "' must be a scalar property");
            }
        }
        if (name.isEmpty()) {
            if (o.has("discriminatorValue")) {
                reading.error("RAML-BAD-DISCRIMINATOR", o.span(), "'discriminatorValue' needs a 'discriminator'");
            }
            return Optional.empty();
        }
        String value = o.get("discriminatorValue").map(Reading::plain).flatMap(Node::scalar).orElse(about.name());
        return Optional.of(new Shape.Discriminator(name, value, Map.of()));
    }

    private void override(Shape.Property parent, Shape.Property child) {
        if (parent.required() && !child.required()) {
            reading.error(
                    "RAML-WIDER-TYPE", child.span(), "the property '" + child.name() + "' is required by the base type");
        }
        conflict(parent.shape(), child.shape(), child.span(), "the property '" + child.name() + "'");
    }

    private void conflict(Shape parent, Shape child, SourceSpan place, String what) {
        types.later(() -> {
            if (!narrower(parent, child, 0)) {
                reading.error(
                        "RAML-WIDER-TYPE",
                        place,
                        what + " does not fit the base type: " + word(parent) + " became " + word(child));
            }
        });
    }

    private static String word(Shape shape) {
        return shape instanceof Shape.Ref r ? r.target() : shape.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether every value of the child may be a value of the parent, as far as kinds and simple facets tell. */
    private boolean narrower(Shape parent, Shape child, int depth) {
        if (depth > 20 || parent.equals(child) || parent instanceof Shape.Ref p && child instanceof Shape.Ref c && p.target().equals(c.target())) {
            return true;
        }
        Shape up = types.behind(Info.of(parent)).map(Info::shape).orElse(parent);
        Shape down = types.behind(Info.of(child)).map(Info::shape).orElse(child);
        if (up instanceof Shape.Any || up instanceof Shape.Ref || down instanceof Shape.Ref || up instanceof Shape.External
                || up instanceof Shape.All) {
            return true;
        }
        if (down instanceof Shape.Union u) {
            return u.options().stream().allMatch(o -> narrower(up, o, depth + 1));
        }
        if (up instanceof Shape.Union u) {
            return u.options().stream().anyMatch(o -> narrower(o, down, depth + 1));
        }
        if (!up.about().values().isEmpty() && !down.about().values().isEmpty()
                && !down.about().values().stream().allMatch(v -> up.about().values().stream().anyMatch(w -> w.same(v)))) {
            return false;
        }
        return switch (up) {
            case Shape.Num n -> down instanceof Shape.Num d && (d.integer() || !n.integer())
                    && notBelow(d.minimum(), n.minimum()) && notBelow(n.maximum(), d.maximum());
            case Shape.Str s -> down instanceof Shape.Str d
                    && notBelow(d.minLength(), s.minLength()) && notBelow(s.maxLength(), d.maxLength());
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
        return up.properties().stream().allMatch(p -> down.property(p.name())
                .map(q -> narrower(p.shape(), q.shape(), depth + 1))
                .orElse(true));
    }

    private static <T extends Comparable<T>> boolean notBelow(Optional<T> value, Optional<T> bound) {
        return value.isEmpty() || bound.isEmpty() || value.get().compareTo(bound.get()) >= 0;
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
                    u.about(), u.options().stream().map(o -> joined(o, b, place)).toList(), false, Optional.empty());
        }
        if (b instanceof Shape.Union u) {
            return new Shape.Union(
                    u.about(), u.options().stream().map(o -> joined(a, o, place)).toList(), false, Optional.empty());
        }
        return switch (a) {
            case Shape.Obj x when b instanceof Shape.Obj y -> objects(x, y, place);
            case Shape.Num x when b instanceof Shape.Num y -> ordered(numbers(x, y), place);
            case Shape.Str x when b instanceof Shape.Str y -> ordered(
                    new Shape.Str(
                            x.about(),
                            y.pattern().or(x::pattern),
                            higher(x.minLength(), y.minLength()),
                            lower(x.maxLength(), y.maxLength()),
                            x.format()),
                    place);
            case Shape.Arr x when b instanceof Shape.Arr y -> new Shape.Arr(
                    x.about(),
                    joined(x.items(), y.items(), place),
                    higher(x.minItems(), y.minItems()),
                    lower(x.maxItems(), y.maxItems()),
                    x.unique() || y.unique());
            case Shape.Temporal x when b instanceof Shape.Temporal y && x.kind() != y.kind() -> {
                reading.error(
                        "RAML-INCOMPATIBLE-TYPES",
                        place,
                        "a type cannot be both " + x.kind().word() + " and " + y.kind().word());
                yield x;
            }
            case Shape x when x.getClass().equals(b.getClass()) -> x;
            case Shape x -> {
                reading.error(
                        "RAML-INCOMPATIBLE-TYPES", place, "a type cannot be both " + word(x) + " and " + word(b));
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
        return first.isPresent() && second.isPresent() ? both(first.get().shape(), second.get().shape(), place) : a;
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
