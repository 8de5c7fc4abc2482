package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import dev.hinny.specs.TypeDef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads type declarations into shapes. */
final class Types {
    private final Documents documents;
    private final Reading reading;
    private final Inherit inherit;
    private final Join join;
    private final Externals externals;
    private final Circles circles;
    private final CustomFacets customFacets;
    private final Examples examples;
    private final Map<Library.Decl, Info> known = new LinkedHashMap<>();
    private final Set<Library.Decl> open = new LinkedHashSet<>();
    private final List<Runnable> later = new ArrayList<>();
    private final Set<Node> named = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Library.Decl> byKey = new HashMap<>();
    private final Map<String, Shape> finished = new HashMap<>();
    private int depth;

    /** What a declaration without a type is. */
    enum Otherwise {
        STRING,
        ANY
    }

    Types(Documents documents, Reading reading) {
        this.documents = documents;
        this.reading = reading;
        this.externals = new Externals(reading, documents.loader());
        this.inherit = new Inherit(this, reading);
        this.join = new Join(this, reading, new Bounds(reading));
        this.examples = new Examples(this, reading);
        this.circles = new Circles(documents);
        this.customFacets = new CustomFacets(this, reading);
    }

    /** Reads every declared type of every document. */
    void readAll() {
        documents.libraries().forEach(l -> l.all(Section.TYPES).forEach(this::declared));
    }

    /** Does the checks that need every type: examples, defaults, values of facets. */
    void finish() {
        table().forEach((k, v) -> finished.put(k, v.shape()));
        for (int i = 0; i < later.size(); i++) {
            later.get(i).run();
        }
        later.clear();
    }

    void later(Runnable check) {
        later.add(check);
    }

    boolean lost(Node node) {
        return documents.loader().lost(node);
    }

    Examples examples() {
        return examples;
    }

    /** Every named type by its key, sub-types told to those that have a discriminator. */
    Map<String, TypeDef> table() {
        Map<String, TypeDef> table = new LinkedHashMap<>();
        known.forEach((decl, info) -> table.put(
                decl.key(), new TypeDef(decl.key(), info.shape(), decl.entry().keySpan())));
        known.forEach((decl, info) -> {
            if (info.shape() instanceof Shape.Obj o && o.discriminator().isPresent()) {
                table.put(
                        decl.key(),
                        new TypeDef(
                                decl.key(),
                                Subtypes.told(known, decl.key(), o),
                                decl.entry().keySpan()));
            }
        });
        return table;
    }

    /** The type that a key names, while validating. */
    @Nullable
    TypeDef lookup(String key) {
        Shape shape = finished.get(key);
        return shape == null ? null : new TypeDef(key, shape, shape.about().span());
    }

    Info declared(Library.Decl decl) {
        Info found = known.get(decl);
        if (found != null) {
            return found;
        }
        SourceSpan place = decl.entry().keySpan();
        if (decl.name().matches(".*[(){}\\[\\]|,].*") || Builtins.NAMES.contains(decl.name())) {
            reading.error("RAML-BAD-TYPE-NAME", place, "'" + decl.name() + "' cannot be the name of a type");
        }
        if (circles.found(decl)) {
            reading.error("RAML-RECURSIVE-TYPE", place, "the type '" + decl.name() + "' is defined by itself");
            Info any = Info.of(new Shape.Any(Shape.About.at(place).named(decl.name())));
            known.put(decl, any);
            return any;
        }
        open.add(decl);
        named(decl.entry());
        Info info = read(decl.node(), decl.name(), Otherwise.STRING, place);
        open.remove(decl);
        known.put(decl, info);
        return info;
    }

    /** Takes a declaration for that of a named type. */
    void named(Node.Entry entry) {
        named.add(entry.value());
    }

    /** Whether a mapping is the whole declaration of a named type. */
    boolean named(Node.Obj o) {
        return named.contains(o);
    }

    /** The shape behind names; empty while the named type is still being read. */
    Optional<Info> behind(Info info) {
        Info at = info;
        for (int i = 0; i < 50 && at.shape() instanceof Shape.Ref r; i++) {
            Library.Decl decl = byKey.get(r.target());
            if (decl == null || open.contains(decl)) {
                return Optional.empty();
            }
            Info next = declared(decl);
            Set<String> ancestors = new LinkedHashSet<>(at.ancestors());
            ancestors.addAll(next.ancestors());
            ancestors.add(r.target());
            at = new Info(next.shape(), next.facets(), ancestors);
        }
        return at.shape() instanceof Shape.Ref ? Optional.empty() : Optional.of(at);
    }

    /** Reads a declaration. */
    Info read(Node node, String name, Otherwise otherwise, SourceSpan place) {
        if (++depth > 100) {
            depth--;
            reading.error("RAML-TOO-DEEP", node.span(), "types nest deeper than 100");
            return Info.of(new Shape.Any(Shape.About.at(place)));
        }
        try {
            Shape.About about = Shape.About.at(place).named(name);
            return switch (node) {
                case Node.Nil n -> Info.of(plain(otherwise, about));
                case Node.Text t -> expression(t, about);
                case Node.Seq s -> several(s, about);
                case Node.Obj o -> object(o, about, otherwise);
                case Node.Bool b -> wrong(b, about);
                case Node.Num n -> wrong(n, about);
            };
        } finally {
            depth--;
        }
    }

    private static Shape plain(Otherwise otherwise, Shape.About about) {
        return otherwise == Otherwise.ANY ? new Shape.Any(about) : Builtins.string(about);
    }

    private Info wrong(Node node, Shape.About about) {
        reading.error("RAML-BAD-TYPE", node.span(), "a type must be a name or a mapping, found " + node.kind());
        return Info.of(new Shape.Any(about));
    }

    private Info several(Node.Seq s, Shape.About about) {
        Info found = null;
        for (Node item : s.items()) {
            Info next = item instanceof Node.Text t
                    ? expression(t, about)
                    : read(item, about.name(), Otherwise.STRING, item.span());
            if (s.items().size() == 1) {
                return next;
            }
            Info real = behind(next).orElse(next);
            found = found == null ? real : found.and(real, join.both(found.shape(), real.shape(), item.span()));
        }
        return found == null
                ? Info.of(new Shape.Any(about))
                : found.with(found.shape().with(about));
    }

    private Info expression(Node.Text t, Shape.About about) {
        String text = t.value().strip();
        if (Circles.schemaText(text)) {
            return Info.of(externals.read(t, about));
        }
        Optional<Expression> parsed = Expression.parse(text);
        if (parsed.isEmpty()) {
            reading.problems()
                    .error(
                            "RAML-BAD-TYPE-EXPRESSION",
                            t.span(),
                            "'" + Examples.clip(text) + "' is not a type expression",
                            "write a type as 'Name', 'Name[]' or 'A | B'");
            return Info.of(new Shape.Any(about));
        }
        return evaluate(parsed.get(), t.span(), about);
    }

    private Info evaluate(Expression e, SourceSpan place, Shape.About about) {
        Shape.About inner = Shape.About.at(place);
        return switch (e) {
            case Expression.Name n -> name(n.name(), place, about);
            case Expression.ArrayOf a ->
                Info.of(new Shape.Arr(about, part(a.item(), place, inner), Optional.empty(), Optional.empty(), false));
            case Expression.OrNil o ->
                Info.of(new Shape.Union(
                        about,
                        List.of(evaluate(o.inner(), place, inner).shape(), new Shape.Nil(inner)),
                        false,
                        Optional.empty()));
            case Expression.AnyOf a ->
                Info.of(new Shape.Union(
                        about,
                        a.options().stream().map(o -> part(o, place, inner)).toList(),
                        false,
                        Optional.empty()));
        };
    }

    private Shape part(Expression e, SourceSpan place, Shape.About about) {
        Shape shape = evaluate(e, place, about).shape();
        later(() -> {
            if (behind(Info.of(shape)).map(Info::shape).orElse(shape) instanceof Shape.External) {
                reading.error(
                        "RAML-EXTENDED-SCHEMA",
                        place,
                        "a type that a JSON or XML schema defines cannot be part of a type expression");
            }
        });
        return shape;
    }

    private Info name(String name, SourceSpan place, Shape.About about) {
        Optional<Shape> builtin = Builtins.shape(name, about);
        if (builtin.isPresent()) {
            return Info.of(builtin.get());
        }
        Optional<Library.Decl> decl = documents.find(Section.TYPES, name, place);
        if (decl.isEmpty()) {
            documents.unknown(Section.TYPES, name, place);
            return Info.of(new Shape.Any(about));
        }
        byKey.put(decl.get().key(), decl.get());
        return new Info(new Shape.Ref(about, decl.get().key()), Map.of(), Set.of());
    }

    private Info object(Node.Obj o, Shape.About about, Otherwise otherwise) {
        if (o.has("type") && o.has("schema")) {
            reading.error("RAML-TYPE-AND-SCHEMA", o.span(), "'type' and 'schema' exclude each other");
        }
        Info base = base(o, about, otherwise);
        o.get("xml").ifPresent(this::xml);
        boolean hard =
                o.entries().stream().anyMatch(e -> !Facets.SOFT.contains(e.key()) && !Reading.annotation(e.key()));
        Optional<Info> behind = behind(base);
        Info real = behind.orElse(base);
        checkKeys(o, real);
        Shape.About full = about(o, about, real.shape());
        Shape shape;
        Map<String, Info.Facet> facets = real.facets();
        if (behind.isPresent() && !real.facets().isEmpty()) {
            customFacets.check(o, real);
        }
        if (hard && behind.isPresent()) {
            shape = inherit.narrow(real.shape(), o, full);
            facets = customFacets.declare(o, real);
        } else {
            shape = keepValues(base.shape(), full);
        }
        examples.later(shape, full, o);
        return new Info(shape, facets, real.ancestors());
    }

    private static Shape keepValues(Shape base, Shape.About about) {
        Shape.About full = about.values().isEmpty() ? about.values(base.about().values()) : about;
        return base.with(full.nullable(base.about().nullable()));
    }

    private Info base(Node.Obj o, Shape.About about, Otherwise otherwise) {
        Optional<Node> type = o.get("type").or(() -> o.get("schema")).map(Reading::plain);
        if (type.isPresent() && !(type.get() instanceof Node.Nil)) {
            return read(type.get(), about.name(), Otherwise.STRING, about.span());
        }
        if (type.isPresent() && type.get() instanceof Node.Nil) {
            return Info.of(plain(otherwise, about));
        }
        if (o.has("properties")
                || o.has("minProperties")
                || o.has("maxProperties")
                || o.has("additionalProperties")
                || o.has("discriminator")) {
            return Info.of(Builtins.object(about));
        }
        return Info.of(plain(otherwise, about));
    }

    private void xml(Node node) {
        Node.Obj o = reading.object(node, "xml");
        reading.keys(o, "'xml'", Set.of("attribute", "wrapped", "name", "namespace", "prefix"));
        reading.bool(o, "attribute", false);
        reading.bool(o, "wrapped", false);
        reading.text(o, "name");
    }

    private void checkKeys(Node.Obj o, Info base) {
        Set<String> known = new HashSet<>(Facets.COMMON);
        known.addAll(Facets.of(base.shape()));
        known.addAll(base.facets().keySet());
        if (base.shape() instanceof Shape.External) {
            o.entries().stream()
                    .filter(e -> Facets.OBJECT.contains(e.key()) || e.key().equals("facets"))
                    .forEach(e -> reading.error(
                            "RAML-EXTENDED-SCHEMA",
                            e.keySpan(),
                            "'" + e.key() + "' cannot be added to a type that a JSON or XML schema defines"));
            known.addAll(Facets.OBJECT);
        }
        reading.keys(o, "this type", known);
    }

    Shape.About about(Node.Obj o, Shape.About about, Shape base) {
        List<Node> values = List.of();
        Optional<Node> list = o.get("enum").map(Reading::plain);
        if (list.isPresent()) {
            if (list.get() instanceof Node.Seq s && !s.items().isEmpty()) {
                values = s.items();
            } else {
                reading.error("RAML-BAD-VALUE", list.get().span(), "'enum' must be a list of values");
            }
        }
        Map<String, Node> annotations = new LinkedHashMap<>();
        o.entries().stream()
                .filter(e -> Reading.annotation(e.key()))
                .forEach(e -> annotations.put(e.key().substring(1, e.key().length() - 1), e.value()));
        return new Shape.About(
                about.name(),
                reading.text(o, "displayName"),
                reading.text(o, "description"),
                o.get("default").map(Reading::plain),
                values,
                false,
                examples.read(o, base),
                annotations,
                about.span());
    }

    /** Properties as declared, in order. */
    List<Shape.Property> properties(Node.Obj o, List<Shape.PatternProperty> patterns) {
        Map<String, Shape.Property> found = new LinkedHashMap<>();
        for (Node.Entry e : o.entries()) {
            String key = e.key();
            Optional<Boolean> explicit = e.value() instanceof Node.Obj d && d.has("required")
                    ? Optional.of(reading.bool(d, "required", true))
                    : Optional.empty();
            if (key.length() >= 2 && key.startsWith("/") && key.endsWith("/")) {
                String pattern = key.substring(1, key.length() - 1);
                ScalarFacets.checkPattern(pattern, e.keySpan(), reading);
                Shape shape =
                        read(e.value(), key, Otherwise.STRING, e.keySpan()).shape();
                patterns.add(new Shape.PatternProperty(pattern, false, shape, e.keySpan()));
                continue;
            }
            boolean optional = key.endsWith("?") && key.length() > 1 && explicit.isEmpty();
            String name = optional ? key.substring(0, key.length() - 1) : key;
            Shape shape = read(e.value(), name, Otherwise.STRING, e.keySpan()).shape();
            if (found.put(name, new Shape.Property(name, explicit.orElse(!optional), shape, e.keySpan())) != null) {
                reading.error("RAML-DUPLICATE-PROPERTY", e.keySpan(), "the property '" + name + "' is declared twice");
            }
        }
        return new ArrayList<>(found.values());
    }
}
