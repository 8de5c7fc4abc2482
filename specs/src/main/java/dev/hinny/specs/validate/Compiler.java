package dev.hinny.specs.validate;

import dev.hinny.specs.Shape;
import dev.hinny.specs.TypeDef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Turns shapes into checks; each named type once. */
final class Compiler {
    private final Function<String, @Nullable TypeDef> types;
    private final Map<String, Scalars.Link> links = new HashMap<>();
    private final Map<String, Scalars.Link> bare = new HashMap<>();

    Compiler(Function<String, @Nullable TypeDef> types) {
        this.types = types;
    }

    Check compile(Shape shape) {
        return compile(shape, true);
    }

    /** Takes the teeth out of types that need themselves to judge the same value. */
    void cutCircles() {
        Set<Check> done = Collections.newSetFromMap(new IdentityHashMap<>());
        links.values().forEach(l -> cut(l, Collections.newSetFromMap(new IdentityHashMap<>()), done));
        bare.values().forEach(l -> cut(l, Collections.newSetFromMap(new IdentityHashMap<>()), done));
    }

    private static void cut(Check check, Set<Check> above, Set<Check> done) {
        if (check instanceof Scalars.Link link) {
            if (above.contains(link)) {
                link.to(new Scalars.Anything());
                return;
            }
            if (!done.add(link)) {
                return;
            }
            above.add(link);
        }
        check.sameValue().forEach(c -> cut(c, above, done));
        above.remove(check);
    }

    private Check compile(Shape shape, boolean polymorphic) {
        Check check = core(shape, polymorphic);
        if (!shape.about().values().isEmpty()) {
            check = new Scalars.OneOf(shape.about().values(), check);
        }
        return shape.about().nullable() ? new Scalars.OrNull(check) : check;
    }

    private Check core(Shape shape, boolean polymorphic) {
        return switch (shape) {
            case Shape.Any a -> new Scalars.Anything();
            case Shape.Nil n -> new Scalars.Plain(Tokens.Kind.NULL);
            case Shape.Bool b -> new Scalars.Plain(Tokens.Kind.BOOLEAN);
            case Shape.Num n -> Scalars.Number.of(n);
            case Shape.Str s ->
                new Scalars.Str(
                        s.pattern().flatMap(Compiler::pattern), s.minLength(), s.maxLength(), s.format(), "String");
            case Shape.Temporal t -> new Scalars.Moment(t.kind());
            case Shape.File f -> new Scalars.Str(Optional.empty(), f.minLength(), f.maxLength(), "", "String");
            case Shape.Arr a -> new Structures.Items(compile(a.items()), a.minItems(), a.maxItems(), a.unique());
            case Shape.Obj o -> polymorphic ? tagged(o) : members(o);
            case Shape.Union u -> !polymorphic && u.discriminator().isPresent() ? new Scalars.Anything() : union(u);
            case Shape.All a ->
                new Structures.AllOf(
                        a.parts().stream().map(p -> compile(p, false)).toList());
            case Shape.Not n -> new Structures.NoneOf(compile(n.inner()));
            case Shape.Ref r -> link(r.target(), polymorphic ? links : bare, polymorphic);
            case Shape.External e -> e.converted().map(this::compile).orElseGet(Scalars.Anything::new);
        };
    }

    private Check link(String name, Map<String, Scalars.Link> known, boolean polymorphic) {
        Scalars.Link link = known.get(name);
        if (link == null) {
            link = new Scalars.Link();
            known.put(name, link);
            TypeDef type = types.apply(name);
            if (type != null) {
                link.to(compile(type.shape(), polymorphic));
            }
        }
        return link;
    }

    private Check tagged(Shape.Obj shape) {
        Check plain = members(shape);
        if (shape.discriminator().isEmpty()
                || shape.discriminator().get().mapping().isEmpty()) {
            return plain;
        }
        Shape.Discriminator d = shape.discriminator().get();
        Map<String, Check> byValue = new LinkedHashMap<>();
        d.mapping().forEach((value, type) -> byValue.put(value, link(type, bare, false)));
        if (!d.value().isEmpty()) {
            byValue.putIfAbsent(d.value(), plain);
        }
        return new Structures.Tagged(d.property(), byValue, Optional.empty());
    }

    private Check members(Shape.Obj shape) {
        Map<String, Check> properties = new HashMap<>();
        List<String> required = new ArrayList<>();
        for (Shape.Property p : shape.properties()) {
            properties.put(p.name(), compile(p.shape()));
            if (p.required()) {
                required.add(p.name());
            }
        }
        List<Structures.ByPattern> patterns = new ArrayList<>();
        for (Shape.PatternProperty p : shape.patterns()) {
            pattern(p.pattern()).ifPresent(c -> patterns.add(new Structures.ByPattern(c, compile(p.shape()))));
        }
        return new Structures.Members(
                properties,
                required,
                patterns,
                shape.additional().map(this::compile),
                shape.minProperties(),
                shape.maxProperties());
    }

    private Check union(Shape.Union shape) {
        List<Shape> real =
                shape.options().stream().filter(o -> !(o instanceof Shape.Nil)).toList();
        boolean nil = real.size() < shape.options().size();
        Check check;
        if (shape.discriminator().isPresent()
                && !shape.discriminator().get().mapping().isEmpty()) {
            Shape.Discriminator d = shape.discriminator().get();
            Map<String, Check> byValue = new LinkedHashMap<>();
            d.mapping().forEach((value, type) -> byValue.put(value, link(type, bare, false)));
            check = new Structures.Tagged(d.property(), byValue, Optional.empty());
        } else if (real.size() == 1) {
            check = compile(real.get(0));
        } else {
            check = new Structures.AnyOf(real.stream().map(this::compile).toList(), shape.exactlyOne());
        }
        return nil ? new Scalars.OrNull(check) : check;
    }

    static Optional<Pattern> pattern(String text) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
