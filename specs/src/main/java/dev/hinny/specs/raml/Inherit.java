package dev.hinny.specs.raml;

import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes sub-types by adding the facets of a declaration to a type. */
final class Inherit {
    private final Types types;
    private final Reading reading;
    private final Bounds bounds;
    private final ScalarFacets scalars;
    private final Compatibility compatibility;

    Inherit(Types types, Reading reading) {
        this.types = types;
        this.reading = reading;
        this.bounds = new Bounds(reading);
        this.scalars = new ScalarFacets(reading, bounds);
        this.compatibility = new Compatibility(types, reading);
    }

    /** The type with the facets of a declaration. */
    Shape narrow(Shape base, Node.Obj o, Shape.About declared) {
        Shape.About about = values(base, declared);
        return switch (base) {
            case Shape.Any a -> a.with(about);
            case Shape.Nil n -> n.with(about);
            case Shape.Bool b -> b.with(about);
            case Shape.Num n -> scalars.number(n, o, about);
            case Shape.Str s -> scalars.string(s, o, about);
            case Shape.Temporal t -> scalars.temporal(t, o, about);
            case Shape.File f -> scalars.file(f, o, about);
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
                    .check(
                            base.with(Shape.About.at(base.about().span())),
                            value,
                            value.span(),
                            "RAML-BAD-ENUM",
                            "the enum value"));
        }
        return declared;
    }

    private Shape union(Shape.Union u, Node.Obj o, Shape.About about) {
        if (o.has("discriminator") || o.has("discriminatorValue")) {
            reading.error("RAML-BAD-DISCRIMINATOR", o.span(), "a union cannot have a discriminator");
        }
        boolean parts =
                o.entries().stream().anyMatch(e -> !Facets.COMMON.contains(e.key()) && Facets.ALL.contains(e.key()));
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

    private Shape array(Shape.Arr a, Node.Obj o, Shape.About about) {
        Optional<Long> min = reading.count(o, "minItems");
        Optional<Long> max = reading.count(o, "maxItems");
        bounds.wider(
                o,
                min.isPresent()
                        && a.minItems().isPresent()
                        && min.get() < a.minItems().get(),
                "minItems");
        bounds.wider(
                o,
                max.isPresent()
                        && a.maxItems().isPresent()
                        && max.get() > a.maxItems().get(),
                "maxItems");
        Shape items = a.items();
        if (o.has("items")) {
            Node node = o.get("items").orElseThrow();
            if (node instanceof Node.Seq) {
                reading.error("RAML-BAD-TYPE", node.span(), "'items' must be a type, found a list");
            }
            Shape own =
                    types.read(node, "", Types.Otherwise.STRING, node.span()).shape();
            compatibility.conflict(items, own, node.span(), "the items");
            items = own;
        }
        return bounds.ordered(
                new Shape.Arr(
                        about,
                        items,
                        min.or(a::minItems),
                        max.or(a::maxItems),
                        reading.bool(o, "uniqueItems", a.unique())),
                o.span());
    }

    private Shape object(Shape.Obj b, Node.Obj o, Shape.About about) {
        List<Shape.PatternProperty> patterns = new ArrayList<>();
        List<Shape.Property> own = reading.object(o, "properties")
                .map(p -> types.properties(p, patterns))
                .orElse(List.of());
        Map<String, Shape.Property> all = new LinkedHashMap<>();
        b.properties().forEach(p -> all.put(p.name(), p));
        for (Shape.Property p : own) {
            Shape.Property inherited = all.get(p.name());
            if (inherited != null) {
                compatibility.override(inherited, p);
            }
            all.put(p.name(), p);
        }
        b.patterns().stream()
                .filter(p -> patterns.stream().noneMatch(q -> q.pattern().equals(p.pattern())))
                .forEach(patterns::add);
        Optional<Long> min = reading.count(o, "minProperties");
        Optional<Long> max = reading.count(o, "maxProperties");
        bounds.wider(
                o,
                min.isPresent()
                        && b.minProperties().isPresent()
                        && min.get() < b.minProperties().get(),
                "minProperties");
        bounds.wider(
                o,
                max.isPresent()
                        && b.maxProperties().isPresent()
                        && max.get() > b.maxProperties().get(),
                "maxProperties");
        Optional<Shape> additional = b.additional();
        if (o.get("additionalProperties").map(Reading::plain).orElse(null) instanceof Node extra) {
            if (extra instanceof Node.Bool allowed) {
                additional =
                        allowed.value() ? Optional.of(new Shape.Any(Shape.About.at(extra.span()))) : Optional.empty();
            } else {
                reading.problems()
                        .error(
                                "RAML-BAD-VALUE",
                                extra.span(),
                                "'additionalProperties' must be true or false, found " + extra.kind(),
                                "declare a pattern property '//' for the type of further properties");
            }
        }
        if (additional.isEmpty() && !patterns.isEmpty() && o.has("additionalProperties")) {
            reading.error(
                    "RAML-CONFLICTING-FACETS",
                    o.span(),
                    "pattern properties cannot stand beside 'additionalProperties: false'");
        }
        return bounds.ordered(
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
            reading.error(
                    "RAML-BAD-DISCRIMINATOR",
                    o.span(),
                    "the discriminator '" + name + "' is not a property of the type");
        } else {
            Shape shape = properties.get(name).shape();
            Shape real = types.behind(Info.of(shape)).map(Info::shape).orElse(shape);
            if (real instanceof Shape.Obj || real instanceof Shape.Arr || real instanceof Shape.Union) {
                reading.error(
                        "RAML-BAD-DISCRIMINATOR",
                        o.span(),
                        "the discriminator '" + name + "' must be a scalar property");
            }
        }
        if (name.isEmpty()) {
            if (o.has("discriminatorValue")) {
                reading.error("RAML-BAD-DISCRIMINATOR", o.span(), "'discriminatorValue' needs a 'discriminator'");
            }
            return Optional.empty();
        }
        String value = o.get("discriminatorValue")
                .map(Reading::plain)
                .flatMap(Node::scalar)
                .orElse(about.name());
        return Optional.of(new Shape.Discriminator(name, value, Map.of()));
    }
}
