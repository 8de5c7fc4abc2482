package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the header, or a declaration of a {@code do} scope. */
public sealed interface Directive extends Node {
    List<Annotation> annotations();

    /** {@code %dw 2.0}. */
    record Version(SourceSpan span, List<Annotation> annotations, String number) implements Directive {
        public Version {
            annotations = List.copyOf(annotations);
        }
    }

    /**
     * All forms of {@code import}.
     *
     * @param names what {@code import a, b as c from M} lists; empty for a whole module and for {@code *}
     * @param all {@code import * from M}
     * @param alias {@code import M as X}; where it is null and neither names nor all are given, the module is known by
     *     its last name
     */
    record Import(
            SourceSpan span,
            List<Annotation> annotations,
            List<ImportedName> names,
            boolean all,
            QualifiedName module,
            @Nullable Name alias)
            implements Directive {
        public Import {
            annotations = List.copyOf(annotations);
            names = List.copyOf(names);
        }
    }

    /** {@code name} or {@code name as alias} of an import. */
    record ImportedName(
            SourceSpan span, Name name, @Nullable Name alias) implements Node {}

    /** {@code ns prefix uri}. */
    record Namespace(SourceSpan span, List<Annotation> annotations, Name prefix, String uri) implements Directive {
        public Namespace {
            annotations = List.copyOf(annotations);
        }
    }

    /** {@code var name: Type = value}. */
    record Variable(
            SourceSpan span,
            List<Annotation> annotations,
            Name name,
            @Nullable TypeExpression type,
            Expression value) implements Directive {
        public Variable {
            annotations = List.copyOf(annotations);
        }
    }

    /** {@code fun name<T>(parameters): Type = body}; several of one name are overloads of one function. */
    record Function(
            SourceSpan span,
            List<Annotation> annotations,
            Name name,
            List<TypeParameter> typeParameters,
            List<Parameter> parameters,
            @Nullable TypeExpression returnType,
            Expression body)
            implements Directive {
        public Function {
            annotations = List.copyOf(annotations);
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code type Name<T> = Type}. */
    record TypeAlias(
            SourceSpan span,
            List<Annotation> annotations,
            Name name,
            List<TypeParameter> typeParameters,
            TypeExpression type)
            implements Directive {
        public TypeAlias {
            annotations = List.copyOf(annotations);
            typeParameters = List.copyOf(typeParameters);
        }
    }

    /**
     * {@code input name: Type format properties}.
     *
     * @param format a media type ({@code application/json}) or a format id ({@code json}); empty where only a type is
     *     given
     */
    record Input(
            SourceSpan span,
            List<Annotation> annotations,
            Name name,
            @Nullable TypeExpression type,
            String format,
            List<Property> properties)
            implements Directive {
        public Input {
            annotations = List.copyOf(annotations);
            properties = List.copyOf(properties);
        }
    }

    /**
     * {@code output: Type format with id properties}.
     *
     * @param format a media type or a format id; empty where only a type is given
     * @param writer the id behind {@code with}, which names the format that writes the media type
     */
    record Output(
            SourceSpan span,
            List<Annotation> annotations,
            @Nullable TypeExpression type,
            String format,
            @Nullable Name writer,
            List<Property> properties)
            implements Directive {
        public Output {
            annotations = List.copyOf(annotations);
            properties = List.copyOf(properties);
        }
    }

    /** {@code annotation Name(parameters)}. */
    record AnnotationDeclaration(SourceSpan span, List<Annotation> annotations, Name name, List<Parameter> parameters)
            implements Directive {
        public AnnotationDeclaration {
            annotations = List.copyOf(annotations);
            parameters = List.copyOf(parameters);
        }
    }
}
