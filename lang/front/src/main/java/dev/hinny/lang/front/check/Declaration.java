package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Documentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A name with a meaning: a variable, the overloads of a function, a parameter, a type, a namespace, a module. */
final class Declaration {
    private final String name;
    private final Symbol.Kind kind;
    private final String module;
    private final @Nullable SourceSpan place;
    private final Supplier<Type> type;
    private final Supplier<Documentation> documentation;
    private final List<Overload> overloads = new ArrayList<>();
    private final @Nullable Definition definition;

    private Declaration(
            String name,
            Symbol.Kind kind,
            String module,
            @Nullable SourceSpan place,
            Supplier<Type> type,
            @Nullable Definition definition,
            Supplier<Documentation> documentation) {
        this.name = name;
        this.kind = kind;
        this.module = module;
        this.place = place;
        this.type = type;
        this.definition = definition;
        this.documentation = documentation;
    }

    static Declaration value(String name, Symbol.Kind kind, @Nullable SourceSpan place, Supplier<Type> type) {
        return new Declaration(name, kind, "", place, type, null, () -> Documentation.NONE);
    }

    static Declaration value(
            String name, String module, SourceSpan place, Supplier<Type> type, Supplier<Documentation> documentation) {
        return new Declaration(name, Symbol.Kind.VARIABLE, module, place, type, null, documentation);
    }

    /** A function whose overloads are added later. */
    static Declaration function(
            String name, String module, @Nullable SourceSpan place, Supplier<Documentation> documentation) {
        return new Declaration(name, Symbol.Kind.FUNCTION, module, place, () -> Type.ANY, null, documentation);
    }

    static Declaration type(
            String name,
            String module,
            @Nullable SourceSpan place,
            Definition definition,
            Supplier<Documentation> documentation) {
        return new Declaration(name, Symbol.Kind.TYPE, module, place, () -> Type.ANY, definition, documentation);
    }

    String name() {
        return name;
    }

    Symbol.Kind kind() {
        return kind;
    }

    String module() {
        return module;
    }

    @Nullable
    SourceSpan place() {
        return place;
    }

    @Nullable
    Definition definition() {
        return definition;
    }

    void add(Overload overload) {
        overloads.add(overload);
    }

    /** Puts the narrowest overloads first, as calls try them. */
    void sort() {
        overloads.sort(Comparator.comparingInt(Overload::width));
    }

    /** The overloads of a declared function; empty for anything else. */
    List<Overload> overloads() {
        return overloads;
    }

    Type type() {
        if (definition != null) {
            return new Type.TypeOfType(new Type.Named(name, List.of(), definition));
        }
        if (kind == Symbol.Kind.FUNCTION && !overloads.isEmpty()) {
            List<Type> types = types();
            return types.size() == 1 ? types.get(0) : new Type.Intersection(types);
        }
        return type.get();
    }

    private List<Type> types() {
        if (definition != null) {
            return List.of(definition.expand(List.of()));
        }
        return kind == Symbol.Kind.FUNCTION && !overloads.isEmpty()
                ? overloads.stream().map(o -> (Type) o.type()).toList()
                : List.of(type());
    }

    /** For tools; {@code as} is the name that the script uses. */
    Symbol symbol(String as) {
        return new Symbol(as, kind, types(), Optional.ofNullable(place), module, documentation.get());
    }

    Symbol symbol() {
        return symbol(name);
    }
}
