package dev.hinny.specs.raml;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.Example;
import dev.hinny.specs.JsonTree;
import dev.hinny.specs.Node;
import dev.hinny.specs.Shape;
import dev.hinny.specs.validate.ShapeValidator;
import dev.hinny.specs.validate.Violation;
import dev.hinny.specs.validate.XmlSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads examples and checks them, defaults and other values against their types. */
final class Examples {
    private static final Set<String> WRAPPER = Set.of("value", "strict", "displayName", "description");
    private final Types types;
    private final Reading reading;

    Examples(Types types, Reading reading) {
        this.types = types;
        this.reading = reading;
    }

    static String clip(String text) {
        String line = text.replace('\n', ' ').strip();
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    List<Example> read(Node.Obj o, Shape shape) {
        List<Example> found = new ArrayList<>();
        if (o.has("example") && o.has("examples")) {
            reading.error("RAML-EXAMPLE-TWICE", o.span(), "'example' and 'examples' exclude each other");
        }
        o.get("example").ifPresent(n -> found.add(example("", n, shape)));
        o.get("examples").ifPresent(n -> {
            switch (n) {
                case Node.Obj named ->
                    named.entries().stream()
                            .filter(e -> !Reading.annotation(e.key()))
                            .forEach(e -> found.add(example(e.key(), e.value(), shape)));
                case Node.Seq s -> s.items().forEach(i -> found.add(example("", i, shape)));
                case Node.Nil nil -> {}
                case Node other ->
                    reading.error(
                            "RAML-BAD-EXAMPLE",
                            other.span(),
                            "'examples' must map names to examples, found " + other.kind());
            }
        });
        return found;
    }

    private Example example(String name, Node node, Shape shape) {
        if (node instanceof Node.Obj o
                && o.has("value")
                && o.entries().stream().allMatch(e -> WRAPPER.contains(e.key()) || Reading.annotation(e.key()))) {
            Node value = o.get("value").orElse(node);
            return new Example(
                    name,
                    reading.text(o, "displayName"),
                    reading.text(o, "description"),
                    parsed(value, shape),
                    reading.bool(o, "strict", true),
                    value.span());
        }
        return new Example(name, "", "", parsed(node, shape), true, node.span());
    }

    /** JSON text as a value where the type is not text itself. */
    private Node parsed(Node node, Shape shape) {
        if (!(node instanceof Node.Text t)
                || !(t.value().stripLeading().startsWith("{")
                        || t.value().stripLeading().startsWith("["))) {
            return node;
        }
        Shape real = types.behind(Info.of(shape)).map(Info::shape).orElse(shape);
        if (real instanceof Shape.Str || real instanceof Shape.Temporal || real instanceof Shape.File) {
            return node;
        }
        boolean needed = real instanceof Shape.Obj
                || real instanceof Shape.Arr
                || real instanceof Shape.External e && e.kind() == Shape.External.Kind.JSON_SCHEMA;
        return JsonTree.parse(t.value(), t.span().source(), 200, (place, message) -> {
                    if (needed) {
                        reading.error("RAML-BAD-EXAMPLE", t.span(), "the example is " + message);
                    }
                })
                .orElse(node);
    }

    /** Checks the examples and the default of a shape once every type is known. */
    void later(Shape shape, Shape.About about, Node.Obj o) {
        for (Example example : about.examples()) {
            if (example.strict()) {
                types.later(() -> check(shape, example.value(), example.span(), "RAML-BAD-EXAMPLE", "the example"));
            }
        }
        about.defaultValue()
                .ifPresent(value ->
                        types.later(() -> check(shape, value, value.span(), "RAML-BAD-DEFAULT", "the default")));
    }

    /** Reports how a value differs from its type. */
    void check(Shape shape, Node value, SourceSpan place, String code, String what) {
        if (types.lost(value)) {
            return;
        }
        Shape real = shape;
        for (int i = 0; i < 50 && real instanceof Shape.Ref r && types.lookup(r.target()) != null; i++) {
            real = types.behind(Info.of(real)).map(Info::shape).orElse(real);
        }
        if (value instanceof Node.Text t && t.value().stripLeading().startsWith("<")) {
            if (real instanceof Shape.External e && e.kind() == Shape.External.Kind.XSD) {
                XmlSchemas.validate(e.text(), t.value())
                        .ifPresent(p -> reading.error(code, place, what + " does not fit its XML schema: " + p));
                return;
            }
            if (!(real instanceof Shape.Str)) {
                return;
            }
        }
        if (real instanceof Shape.File) {
            return;
        }
        List<Violation> violations =
                ShapeValidator.compile(shape, types::lookup).value(value);
        violations.stream()
                .limit(3)
                .forEach(v -> reading.error(code, place, what + " does not fit its type: " + v.line()));
    }
}
