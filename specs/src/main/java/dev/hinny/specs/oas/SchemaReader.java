package dev.hinny.specs.oas;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Example;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns schema objects (JSON Schema draft 4 to 2020-12, OAS 3.0 and 3.1) into shapes. */
final class SchemaReader {
    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null", "any", "file");
    private static final Set<String> OBJECT_KEYS = Set.of(
            "properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties");
    private static final Set<String> ARRAY_KEYS = Set.of("items", "minItems", "maxItems", "uniqueItems");
    private static final Set<String> NUMBER_KEYS =
            Set.of("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum");
    private static final Set<String> STRING_KEYS = Set.of("pattern", "minLength", "maxLength");

    private final Refs refs;
    private final Report report;
    private int depth;

    /** Finds what a {@code $ref} means. */
    interface Refs {
        Shape ref(String ref, SourceSpan place);
    }

    /** Takes problems. */
    interface Report {
        void error(String code, SourceSpan place, String message);
    }

    SchemaReader(Refs refs, Report report) {
        this.refs = refs;
        this.report = report;
    }

    Shape read(Node node, String name) {
        Shape.About about = Shape.About.at(node.span()).named(name);
        if (depth > 100) {
            return new Shape.Any(about);
        }
        depth++;
        try {
            return switch (node) {
                case Node.Bool b -> b.value() ? new Shape.Any(about) : new Shape.Not(about, new Shape.Any(about));
                case Node.Obj o -> schema(o, about);
                case Node.Nil n -> wrong(node, about);
                case Node.Num n -> wrong(node, about);
                case Node.Text n -> wrong(node, about);
                case Node.Seq n -> wrong(node, about);
            };
        } finally {
            depth--;
        }
    }

    private Shape wrong(Node node, Shape.About about) {
        report.error("OAS-BAD-SCHEMA", node.span(), "a schema must be an object, found " + node.kind());
        return new Shape.Any(about);
    }

    private Shape schema(Node.Obj o, Shape.About start) {
        Shape.About about = about(o, start);
        Optional<Node> ref = o.get("$ref");
        if (ref.isPresent()) {
            if (!(ref.get() instanceof Node.Text t)) {
                report.error(
                        "OAS-BAD-REF",
                        ref.get().span(),
                        "'$ref' must be text, found " + ref.get().kind());
                return new Shape.Any(about);
            }
            Shape target = refs.ref(t.value(), t.span());
            return target instanceof Shape.Ref r ? r.with(about) : target;
        }
        List<Shape> parts = new ArrayList<>();
        Shape.About bare = Shape.About.at(o.span());
        List<String> types = types(o);
        boolean nullable = about.nullable() || types.contains("null");
        boolean combined = o.has("allOf") || o.has("oneOf") || o.has("anyOf") || o.has("not");
        List<String> real = types.stream().filter(t -> !t.equals("null")).toList();
        if (!types.isEmpty() && real.isEmpty()) {
            return new Shape.Nil(about);
        }
        if (!real.isEmpty() || !combined || anyKey(o, OBJECT_KEYS)) {
            parts.add(own(o, real, combined ? bare : about));
        }
        list(o, "allOf").forEach(n -> parts.add(read(n, "")));
        if (o.has("oneOf")) {
            parts.add(union(o, "oneOf", bare));
        }
        if (o.has("anyOf")) {
            parts.add(union(o, "anyOf", bare));
        }
        o.get("not").ifPresent(n -> parts.add(new Shape.Not(bare, read(n, ""))));
        Shape.About full = about.nullable(nullable);
        if (parts.size() == 1) {
            Shape only = parts.get(0);
            boolean keep = only instanceof Shape.Ref
                    || only.about().values().isEmpty()
                    || !full.values().isEmpty();
            return only.with((keep ? full : full.values(only.about().values()))
                    .nullable(nullable || only.about().nullable()));
        }
        return new Shape.All(full, parts);
    }

    private Shape union(Node.Obj o, String key, Shape.About about) {
        List<Shape> options = list(o, key).stream().map(n -> read(n, "")).toList();
        Optional<Shape.Discriminator> tag = discriminator(o);
        boolean named = options.stream().allMatch(s -> s instanceof Shape.Ref);
        if (tag.isPresent() && named) {
            Map<String, String> mapping = new LinkedHashMap<>(tag.get().mapping());
            for (Shape option : options) {
                if (option instanceof Shape.Ref r && !mapping.containsValue(r.target())) {
                    mapping.putIfAbsent(r.target(), r.target());
                }
            }
            tag = Optional.of(new Shape.Discriminator(tag.get().property(), "", mapping));
        }
        return new Shape.Union(about, options, key.equals("oneOf"), tag.filter(t -> named));
    }

    private static boolean anyKey(Node.Obj o, Set<String> keys) {
        return o.entries().stream().anyMatch(e -> keys.contains(e.key()));
    }

    private List<String> types(Node.Obj o) {
        Optional<Node> node = o.get("type");
        if (node.isEmpty()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (Node n : node.get() instanceof Node.Seq s ? s.items() : List.of(node.get())) {
            if (n instanceof Node.Text t && TYPES.contains(t.value())) {
                found.add(t.value());
            } else if (n instanceof Node.Nil) {
                found.add("null");
            } else if (!(n instanceof Node.Obj)) {
                report.error(
                        "OAS-BAD-TYPE",
                        n.span(),
                        "'" + n.scalar().orElse(n.kind()) + "' is not a type of JSON, expected one of "
                                + "array, boolean, integer, null, number, object, string");
            }
        }
        return found;
    }

    private Shape own(Node.Obj o, List<String> types, Shape.About about) {
        List<String> chosen = types;
        if (chosen.isEmpty()) {
            if (anyKey(o, OBJECT_KEYS)) {
                chosen = List.of("object");
            } else if (anyKey(o, ARRAY_KEYS)) {
                chosen = List.of("array");
            } else if (anyKey(o, NUMBER_KEYS)) {
                chosen = List.of("number");
            } else if (anyKey(o, STRING_KEYS)) {
                chosen = List.of("string");
            }
        }
        if (chosen.size() == 1) {
            return kind(o, chosen.get(0), about);
        }
        if (chosen.isEmpty()) {
            return new Shape.Any(about);
        }
        Shape.About bare = Shape.About.at(o.span());
        return new Shape.Union(about, chosen.stream().map(t -> kind(o, t, bare)).toList(), false, Optional.empty());
    }

    private Shape kind(Node.Obj o, String type, Shape.About about) {
        return switch (type) {
            case "object" -> object(o, about);
            case "array" ->
                new Shape.Arr(
                        about,
                        o.get("items")
                                .filter(i -> !(i instanceof Node.Seq))
                                .map(i -> read(i, ""))
                                .orElseGet(() -> new Shape.Any(Shape.About.at(about.span()))),
                        count(o, "minItems"),
                        count(o, "maxItems"),
                        o.get("uniqueItems")
                                .map(n -> n instanceof Node.Bool b && b.value())
                                .orElse(false));
            case "string" -> string(o, about);
            case "number" -> number(o, about, false);
            case "integer" -> number(o, about, true);
            case "boolean" -> new Shape.Bool(about);
            case "null" -> new Shape.Nil(about);
            case "file" -> new Shape.File(about, List.of(), Optional.empty(), Optional.empty());
            default -> new Shape.Any(about);
        };
    }

    private Shape string(Node.Obj o, Shape.About about) {
        String format = o.get("format").flatMap(Node::scalar).orElse("");
        switch (format) {
            case "date" -> {
                return new Shape.Temporal(about, Shape.Temporal.Kind.DATE_ONLY);
            }
            case "date-time" -> {
                return new Shape.Temporal(about, Shape.Temporal.Kind.DATETIME);
            }
            case "binary" -> {
                return new Shape.File(about, List.of(), count(o, "minLength"), count(o, "maxLength"));
            }
            default -> {}
        }
        Optional<String> pattern = o.get("pattern").flatMap(Node::scalar);
        pattern.ifPresent(p -> pattern(p, o.get("pattern").orElse(o).span()));
        return new Shape.Str(about, pattern, count(o, "minLength"), count(o, "maxLength"), format);
    }

    private void pattern(String text, SourceSpan place) {
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException | StackOverflowError e) {
            report.error("OAS-BAD-PATTERN", place, "'" + text + "' is not a regular expression");
        }
    }

    private Shape number(Node.Obj o, Shape.About about, boolean integer) {
        Optional<BigDecimal> min = decimal(o, "minimum");
        Optional<BigDecimal> max = decimal(o, "maximum");
        boolean openMin = flag(o, "exclusiveMinimum");
        boolean openMax = flag(o, "exclusiveMaximum");
        if (o.get("exclusiveMinimum").orElse(null) instanceof Node.Num n
                && (min.isEmpty() || n.value().compareTo(min.get()) >= 0)) {
            min = Optional.of(n.value());
            openMin = true;
        }
        if (o.get("exclusiveMaximum").orElse(null) instanceof Node.Num n
                && (max.isEmpty() || n.value().compareTo(max.get()) <= 0)) {
            max = Optional.of(n.value());
            openMax = true;
        }
        return new Shape.Num(
                about,
                integer,
                min,
                openMin,
                max,
                openMax,
                decimal(o, "multipleOf").or(() -> decimal(o, "divisibleBy")),
                o.get("format").flatMap(Node::scalar).orElse(""));
    }

    private static boolean flag(Node.Obj o, String key) {
        return o.get(key).map(n -> n instanceof Node.Bool b && b.value()).orElse(false);
    }

    private Optional<BigDecimal> decimal(Node.Obj o, String key) {
        Optional<Node> node = o.get(key);
        if (node.isPresent() && !(node.get() instanceof Node.Num)) {
            report.error(
                    "OAS-BAD-VALUE",
                    node.get().span(),
                    "'" + key + "' must be a number, found " + node.get().kind());
        }
        return node.map(n -> n instanceof Node.Num d ? d.value() : null);
    }

    private Optional<Long> count(Node.Obj o, String key) {
        Optional<BigDecimal> number = decimal(o, key);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal n = number.get();
        if (n.signum() < 0
                || n.precision() > 17
                || Math.abs(n.scale()) > 17
                || n.stripTrailingZeros().scale() > 0) {
            report.error("OAS-BAD-VALUE", o.get(key).orElse(o).span(), "'" + key + "' must be a whole number from 0");
            return Optional.empty();
        }
        return Optional.of(n.longValue());
    }

    private Shape object(Node.Obj o, Shape.About about) {
        Set<String> required = new HashSet<>();
        if (o.get("required").orElse(null) instanceof Node.Seq s) {
            s.items().forEach(i -> i.scalar().ifPresent(required::add));
        }
        Map<String, Shape.Property> properties = new LinkedHashMap<>();
        Optional<Node> declared = o.get("properties");
        if (declared.isPresent() && declared.get() instanceof Node.Obj p) {
            for (Node.Entry e : p.entries()) {
                boolean draft3 = e.value() instanceof Node.Obj d && flag(d, "required");
                properties.put(
                        e.key(),
                        new Shape.Property(
                                e.key(), required.contains(e.key()) || draft3, read(e.value(), e.key()), e.keySpan()));
            }
        } else if (declared.isPresent()) {
            report.error(
                    "OAS-BAD-VALUE",
                    declared.get().span(),
                    "'properties' must be an object, found " + declared.get().kind());
        }
        for (String name : required) {
            properties.putIfAbsent(
                    name, new Shape.Property(name, true, new Shape.Any(Shape.About.at(o.span())), o.span()));
        }
        List<Shape.PatternProperty> patterns = new ArrayList<>();
        if (o.get("patternProperties").orElse(null) instanceof Node.Obj p) {
            for (Node.Entry e : p.entries()) {
                pattern(e.key(), e.keySpan());
                patterns.add(new Shape.PatternProperty(e.key(), false, read(e.value(), ""), e.keySpan()));
            }
        }
        Optional<Node> extra = o.get("additionalProperties");
        Optional<Shape> additional = extra.isEmpty()
                ? Optional.of(new Shape.Any(Shape.About.at(o.span())))
                : extra.filter(n -> !(n instanceof Node.Bool b && !b.value())).map(n -> read(n, ""));
        return new Shape.Obj(
                about,
                new ArrayList<>(properties.values()),
                patterns,
                additional,
                count(o, "minProperties"),
                count(o, "maxProperties"),
                discriminator(o));
    }

    private Optional<Shape.Discriminator> discriminator(Node.Obj o) {
        if (!(o.get("discriminator").orElse(null) instanceof Node.Obj d)) {
            return Optional.empty();
        }
        Map<String, String> mapping = new LinkedHashMap<>();
        if (d.get("mapping").orElse(null) instanceof Node.Obj m) {
            m.entries()
                    .forEach(e -> e.value()
                            .scalar()
                            .ifPresent(v ->
                                    mapping.put(e.key(), target(v, e.value().span()))));
        }
        return d.get("propertyName").flatMap(Node::scalar).map(p -> new Shape.Discriminator(p, "", mapping));
    }

    private String target(String value, SourceSpan place) {
        String ref = value.contains("/") || value.contains("#") ? value : "#/components/schemas/" + value;
        return refs.ref(ref, place) instanceof Shape.Ref r ? r.target() : value;
    }

    private static List<Node> list(Node.Obj o, String key) {
        return o.get(key).orElse(null) instanceof Node.Seq s ? s.items() : List.of();
    }

    Shape.About about(Node.Obj o, Shape.About start) {
        List<Node> values = list(o, "enum");
        if (o.has("const")) {
            values = o.get("const").map(List::of).orElse(values);
        }
        List<Example> examples = new ArrayList<>();
        o.get("example").ifPresent(n -> examples.add(new Example("", "", "", n, false, n.span())));
        list(o, "examples").forEach(n -> examples.add(new Example("", "", "", n, false, n.span())));
        Map<String, Node> extensions = new LinkedHashMap<>();
        o.entries().stream().filter(e -> e.key().startsWith("x-")).forEach(e -> extensions.put(e.key(), e.value()));
        return new Shape.About(
                start.name(),
                o.get("title").flatMap(Node::scalar).orElse(""),
                o.get("description").flatMap(Node::scalar).orElse(""),
                o.get("default"),
                values,
                flag(o, "nullable"),
                examples,
                extensions,
                start.span());
    }
}
