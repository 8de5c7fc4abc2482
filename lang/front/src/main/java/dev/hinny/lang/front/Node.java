package dev.hinny.lang.front;

import dev.hinny.base.SourceSpan;

/** A piece of a script that knows its place. All nodes are immutable records and safe to share between threads. */
public sealed interface Node
        permits Annotation,
                Annotation.Argument,
                ArrayElement,
                Attribute,
                Directive,
                Directive.ImportedName,
                Document,
                Document.Comment,
                Expression,
                FieldType,
                FieldType.AttributeType,
                KeyName,
                MatchCase,
                Name,
                ObjectEntry,
                Parameter,
                Pattern,
                Property,
                QualifiedName,
                Selector,
                TemplatePart,
                TypeExpression,
                TypeExpression.FunctionParameter,
                TypeExpression.MetadataEntry,
                TypeParameter,
                UpdateCase {
    SourceSpan span();
}
