package dev.hinny.specs.validate;

import dev.hinny.base.SourceSpan;
import dev.hinny.specs.JsonTree;
import dev.hinny.specs.Node;
import dev.hinny.specs.Parameter;
import dev.hinny.specs.Shape;
import dev.hinny.specs.Trees;
import dev.hinny.specs.TypeDef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of parameters as the values that their shapes mean. */
final class Coercion {
    private static final SourceSpan NOWHERE = SourceSpan.file("");
    private final Function<String, @Nullable TypeDef> types;
    private final Map<Shape, ShapeValidator> options = Collections.synchronizedMap(new IdentityHashMap<>());

    Coercion(Function<String, @Nullable TypeDef> types) {
        this.types = types;
    }

    Shape real(Shape shape) {
        Shape at = shape;
        for (int i = 0; i < 50 && at instanceof Shape.Ref r; i++) {
            TypeDef type = types.apply(r.target());
            if (type == null) {
                return new Shape.Any(r.about());
            }
            at = type.shape();
        }
        return at;
    }

    boolean array(Shape shape) {
        return switch (real(shape)) {
            case Shape.Arr a -> true;
            case Shape.Union u -> u.options().stream().anyMatch(o -> real(o) instanceof Shape.Arr);
            case Shape s -> false;
        };
    }

    /** The value of one text. */
    Node scalar(String text, Shape shape) {
        Shape real = real(shape);
        if (real.about().nullable() && (text.isEmpty() || text.equals("null"))) {
            return new Node.Nil(NOWHERE);
        }
        return switch (real) {
            case Shape.Num n -> typed(text, Node.Num.class);
            case Shape.Bool b -> typed(text, Node.Bool.class);
            case Shape.Nil n -> text.isEmpty() ? new Node.Nil(NOWHERE) : typed(text, Node.Nil.class);
            case Shape.Union u -> union(text, u);
            case Shape.All a ->
                a.parts().stream()
                        .map(p -> scalar(text, p))
                        .filter(n -> !(n instanceof Node.Text))
                        .findFirst()
                        .orElseGet(() -> new Node.Text(text, NOWHERE));
            case Shape.Obj o -> json(text);
            case Shape.Arr a -> array(text, a, ",");
            case Shape.Any a -> new Node.Text(text, NOWHERE);
            case Shape.Str s -> new Node.Text(text, NOWHERE);
            case Shape.Temporal t -> new Node.Text(text, NOWHERE);
            case Shape.File f -> new Node.Text(text, NOWHERE);
            case Shape.Not n -> new Node.Text(text, NOWHERE);
            case Shape.Ref r -> new Node.Text(text, NOWHERE);
            case Shape.External e ->
                e.converted().map(c -> scalar(text, c)).orElseGet(() -> new Node.Text(text, NOWHERE));
        };
    }

    private static Node typed(String text, Class<? extends Node> kind) {
        Node node = Trees.plain(text, NOWHERE);
        return kind.isInstance(node) ? node : new Node.Text(text, NOWHERE);
    }

    private Node union(String text, Shape.Union u) {
        for (Shape option : u.options()) {
            Node node = scalar(text, option);
            ShapeValidator validator = options.computeIfAbsent(option, o -> ShapeValidator.compile(o, types));
            if (validator.value(node).isEmpty()) {
                return node;
            }
        }
        return new Node.Text(text, NOWHERE);
    }

    private static Node json(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return new Node.Text(text, NOWHERE);
        }
        return JsonTree.parse(text, "", 100, (place, message) -> {}).orElseGet(() -> new Node.Text(text, NOWHERE));
    }

    private Node array(String text, Shape.Arr shape, String separator) {
        if (text.startsWith("[")) {
            Node node = json(text);
            if (node instanceof Node.Seq) {
                return node;
            }
        }
        List<Node> items = new ArrayList<>();
        for (String item : text.split(Pattern.quote(separator), -1)) {
            items.add(scalar(item, shape.items()));
        }
        return new Node.Seq(items, NOWHERE);
    }

    /** The value of all texts of a parameter. */
    Node value(Parameter p, List<String> written) {
        Shape real = real(p.shape());
        List<String> texts = written.stream().map(t -> unstyled(p, t)).toList();
        if (real instanceof Shape.Obj o && !texts.get(0).startsWith("{") && p.in() != Parameter.In.BASE_URI) {
            return members(texts.get(0), p, o);
        }
        if (real instanceof Shape.Arr a) {
            return list(p, texts, a);
        }
        if (real instanceof Shape.Union && (array(real) && texts.size() > 1)) {
            return new Node.Seq(
                    texts.stream()
                            .map(t -> scalar(t, element((Shape.Union) real)))
                            .toList(),
                    NOWHERE);
        }
        return scalar(texts.get(0), p.shape());
    }

    private static String unstyled(Parameter p, String text) {
        String start = switch (p.style()) {
            case LABEL -> ".";
            case MATRIX -> ";" + p.name() + "=";
            case SIMPLE, FORM, SPACE_DELIMITED, PIPE_DELIMITED, DEEP_OBJECT -> "";
        };
        return text.startsWith(start) ? text.substring(start.length()) : text;
    }

    /** An object out of {@code a,1,b,2} or, exploded, {@code a=1,b=2}. */
    private Node members(String text, Parameter p, Shape.Obj shape) {
        String[] parts = text.split(",", -1);
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        if (p.explode()) {
            for (String part : parts) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    pairs.put(part.substring(0, equals), List.of(part.substring(equals + 1)));
                }
            }
        } else {
            for (int i = 0; i + 1 < parts.length; i += 2) {
                pairs.put(parts[i], List.of(parts[i + 1]));
            }
        }
        return pairs.isEmpty() ? new Node.Text(text, NOWHERE) : form(shape, pairs);
    }

    /** The names that an exploded object in a query spreads over; empty for every other parameter. */
    List<String> spread(Parameter p) {
        boolean exploded = p.in() == Parameter.In.QUERY && p.style() == Parameter.Style.FORM && p.explode();
        return exploded && real(p.shape()) instanceof Shape.Obj o
                ? o.properties().stream().map(Shape.Property::name).toList()
                : List.of();
    }

    /** An object out of the pairs of a query; empty where there is none. */
    Optional<Node> spread(Parameter p, Map<String, List<String>> all) {
        Map<String, List<String>> own = new LinkedHashMap<>(all);
        own.keySet().retainAll(spread(p));
        return own.isEmpty() ? Optional.empty() : Optional.of(form(p.shape(), own));
    }

    private Shape element(Shape.Union u) {
        return u.options().stream()
                .map(this::real)
                .filter(o -> o instanceof Shape.Arr)
                .map(o -> ((Shape.Arr) o).items())
                .findFirst()
                .orElse(u);
    }

    private Node list(Parameter p, List<String> texts, Shape.Arr a) {
        if (texts.size() == 1 && (!p.explode() || texts.get(0).startsWith("["))) {
            String separator = switch (p.style()) {
                case SPACE_DELIMITED -> " ";
                case PIPE_DELIMITED -> "|";
                case SIMPLE, FORM, LABEL, MATRIX, DEEP_OBJECT -> ",";
            };
            return array(texts.get(0), a, separator);
        }
        return new Node.Seq(texts.stream().map(t -> scalar(t, a.items())).toList(), NOWHERE);
    }

    /** An object out of {@code name[key]=value} pairs; empty where there is none. */
    Optional<Node> deep(Parameter p, Map<String, List<String>> all) {
        List<Node.Entry> entries = new ArrayList<>();
        String start = p.name() + "[";
        all.forEach((name, texts) -> {
            if (name.startsWith(start) && name.endsWith("]") && !texts.isEmpty()) {
                String key = name.substring(start.length(), name.length() - 1);
                entries.add(new Node.Entry(key, NOWHERE, scalar(texts.get(0), member(p.shape(), key))));
            }
        });
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Node.Obj(entries, NOWHERE));
    }

    /** An object out of the pairs of a form. */
    Node form(Shape shape, Map<String, List<String>> pairs) {
        List<Node.Entry> entries = new ArrayList<>();
        pairs.forEach((key, texts) -> {
            Shape member = member(shape, key);
            Node value = real(member) instanceof Shape.Arr a
                    ? texts.size() == 1 && texts.get(0).startsWith("[")
                            ? array(texts.get(0), a, ",")
                            : new Node.Seq(
                                    texts.stream()
                                            .map(t -> scalar(t, a.items()))
                                            .toList(),
                                    NOWHERE)
                    : scalar(texts.isEmpty() ? "" : texts.get(0), member);
            entries.add(new Node.Entry(key, NOWHERE, value));
        });
        return new Node.Obj(entries, NOWHERE);
    }

    private Shape member(Shape shape, String key) {
        Shape any = new Shape.Any(Shape.About.at(NOWHERE));
        return switch (real(shape)) {
            case Shape.Obj o ->
                o.property(key).map(Shape.Property::shape).or(o::additional).orElse(any);
            case Shape.All a ->
                a.parts().stream()
                        .map(p -> member(p, key))
                        .filter(s -> !(s instanceof Shape.Any))
                        .findFirst()
                        .orElse(any);
            case Shape s -> any;
        };
    }
}
