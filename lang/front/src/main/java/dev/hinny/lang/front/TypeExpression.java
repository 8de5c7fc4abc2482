package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whatever stands for a type. */
public sealed interface TypeExpression extends Node {
    /** Stands where a type was expected and not found; only in documents with problems. */
    record Missing(SourceSpan span) implements TypeExpression {}

    /** {@code ???}: a type that the host defines. */
    record Undefined(SourceSpan span) implements TypeExpression {}

    /** {@code ?} as a return type: derived from the arguments at each call. */
    record Dynamic(SourceSpan span) implements TypeExpression {}

    /** {@code String}, {@code module::T}, {@code Array<T>}, a type parameter. */
    record Reference(SourceSpan span, QualifiedName name, List<TypeExpression> arguments) implements TypeExpression {
        public Reference {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code T.name}: the type of a field. */
    record Field(SourceSpan span, TypeExpression target, KeyName.Fixed name) implements TypeExpression {}

    /** A string, number or boolean that is the only value of its type. */
    record Literal(SourceSpan span, Expression literal) implements TypeExpression {}

    /** {@code {..}}, closed {@code {| |}}, ordered {@code {- -}}, both {@code {-| |-}}. */
    record ObjectOf(SourceSpan span, List<FieldType> fields, boolean closed, boolean ordered)
            implements TypeExpression {
        public ObjectOf {
            fields = List.copyOf(fields);
        }
    }

    /** {@code <T>(a: A, B) -> R}. */
    record Function(
            SourceSpan span,
            List<TypeParameter> typeParameters,
            List<FunctionParameter> parameters,
            TypeExpression result)
            implements TypeExpression {
        public Function {
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code T}, {@code name: T} or {@code name?: T} in the type of a function. */
    record FunctionParameter(SourceSpan span, @Nullable Name name, boolean optional, TypeExpression type)
            implements Node {}

    /** {@code A | B}, two or more members. */
    record Union(SourceSpan span, List<TypeExpression> members) implements TypeExpression {
        public Union {
            members = List.copyOf(members);
        }
    }

    /** {@code A & B}, two or more members. */
    record Intersection(SourceSpan span, List<TypeExpression> members) implements TypeExpression {
        public Intersection {
            members = List.copyOf(members);
        }
    }

    /** {@code T {format: "..."}}. */
    record WithMetadata(SourceSpan span, TypeExpression type, List<MetadataEntry> entries) implements TypeExpression {
        public WithMetadata {
            entries = List.copyOf(entries);
        }
    }

    /** {@code name: value} or {@code (name: value) if (condition)}. */
    record MetadataEntry(
            SourceSpan span,
            Name name,
            Expression value,
            @Nullable Expression condition) implements Node {}
}
