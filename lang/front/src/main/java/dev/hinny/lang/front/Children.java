package dev.hinny.lang.front;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes directly below a node, in the order in which they are written. */
public final class Children {
    private final List<Node> found = new ArrayList<>();

    private Children() {}

    public static List<Node> of(Node node) {
        Children children = new Children();
        switch (node) {
            case Document it -> children.all(it.header()).one(it.body());
            case Document.Comment _, Name _, QualifiedName _, TemplatePart.Text _ -> {}
            case Directive it -> children.directive(it);
            case Directive.ImportedName it -> children.one(it.name()).one(it.alias());
            case Expression it -> children.expression(it);
            case TypeExpression it -> children.type(it);
            case Pattern it -> children.pattern(it);
            case Selector it -> children.selector(it);
            case Annotation it -> children.one(it.name()).all(it.arguments());
            case Annotation.Argument it -> children.one(it.name()).one(it.value());
            case ArrayElement it -> children.one(it.value()).one(it.condition());
            case Attribute.Pair it -> children.one(it.key()).one(it.value());
            case Attribute.Spread it -> children.one(it.value()).one(it.condition());
            case FieldType it -> children.key(it.key()).all(it.attributes()).one(it.type());
            case FieldType.AttributeType it -> children.key(it.key()).one(it.type());
            case KeyName.Fixed it -> children.one(it.name());
            case KeyName.Dynamic it -> children.one(it.name());
            case MatchCase it -> children.one(it.pattern()).one(it.guard()).one(it.body());
            case ObjectEntry.Pair it ->
                children.one(it.key()).all(it.attributes()).one(it.value());
            case ObjectEntry.Spread it -> children.one(it.value()).one(it.condition());
            case Parameter it ->
                children.all(it.annotations()).one(it.name()).one(it.type()).one(it.defaultValue());
            case Property it -> children.one(it.name()).one(it.value());
            case TemplatePart.Hole it -> children.one(it.value());
            case TypeExpression.FunctionParameter it -> children.one(it.name()).one(it.type());
            case TypeExpression.MetadataEntry it ->
                children.one(it.name()).one(it.value()).one(it.condition());
            case TypeParameter it -> children.one(it.name()).one(it.bound());
            case UpdateCase it ->
                children.one(it.value())
                        .one(it.index())
                        .all(it.path())
                        .one(it.condition())
                        .one(it.body());
        }
        return children.found;
    }

    private Children one(@Nullable Node node) {
        if (node != null) {
            found.add(node);
        }
        return this;
    }

    private Children all(List<? extends Node> nodes) {
        found.addAll(nodes);
        return this;
    }

    private Children key(FieldType.Key key) {
        return key instanceof FieldType.Key.Parameter it ? one(it.parameter()) : this;
    }

    private void directive(Directive directive) {
        all(directive.annotations());
        switch (directive) {
            case Directive.Version _ -> {}
            case Directive.Import it -> all(it.names()).one(it.module()).one(it.alias());
            case Directive.Namespace it -> one(it.prefix());
            case Directive.Variable it -> one(it.name()).one(it.type()).one(it.value());
            case Directive.Function it ->
                one(it.name())
                        .all(it.typeParameters())
                        .all(it.parameters())
                        .one(it.returnType())
                        .one(it.body());
            case Directive.TypeAlias it ->
                one(it.name()).all(it.typeParameters()).one(it.type());
            case Directive.Input it -> one(it.name()).one(it.type()).all(it.properties());
            case Directive.Output it -> one(it.type()).one(it.writer()).all(it.properties());
            case Directive.AnnotationDeclaration it -> one(it.name()).all(it.parameters());
        }
    }

    private void expression(Expression expression) {
        switch (expression) {
            case Expression.Missing _, Expression.Undefined _, Expression.NullLiteral _ -> {}
            case Expression.BooleanLiteral _, Expression.NumberLiteral _, Expression.StringLiteral _ -> {}
            case Expression.TemporalLiteral _, Expression.RegexLiteral _, Expression.ImplicitParameter _ -> {}
            case Expression.Template it -> all(it.parts());
            case Expression.CustomTemplate it -> one(it.interpolator()).all(it.parts());
            case Expression.Reference it -> one(it.name());
            case Expression.ImplicitLambda it -> one(it.body());
            case Expression.ObjectLiteral it -> all(it.entries());
            case Expression.ObjectPrepend it -> one(it.head()).one(it.tail());
            case Expression.ArrayLiteral it -> all(it.elements());
            case Expression.ArrayPrepend it -> one(it.head()).one(it.tail());
            case Expression.Unary it -> one(it.operand());
            case Expression.Binary it -> one(it.left()).one(it.right());
            case Expression.DefaultValue it -> one(it.value()).one(it.fallback());
            case Expression.Infix it -> one(it.left()).one(it.function()).one(it.right());
            case Expression.Call it ->
                one(it.function()).all(it.typeArguments()).all(it.arguments());
            case Expression.Select it -> one(it.target()).one(it.selector());
            case Expression.Coerce it -> one(it.value()).one(it.type());
            case Expression.TypeTest it -> one(it.value()).one(it.type());
            case Expression.If it -> one(it.condition()).one(it.whenTrue()).one(it.whenFalse());
            case Expression.Unless it -> one(it.condition()).one(it.whenFalse()).one(it.whenTrue());
            case Expression.Do it -> all(it.declarations()).one(it.body());
            case Expression.Using it -> all(it.declarations()).one(it.body());
            case Expression.Match it -> one(it.subject()).all(it.cases());
            case Expression.Update it -> one(it.subject()).all(it.cases());
            case Expression.Lambda it ->
                all(it.typeParameters())
                        .all(it.parameters())
                        .one(it.returnType())
                        .one(it.body());
        }
    }

    private void type(TypeExpression type) {
        switch (type) {
            case TypeExpression.Missing _, TypeExpression.Undefined _, TypeExpression.Dynamic _ -> {}
            case TypeExpression.Reference it -> one(it.name()).all(it.arguments());
            case TypeExpression.Field it -> one(it.target()).one(it.name());
            case TypeExpression.Literal it -> one(it.literal());
            case TypeExpression.ObjectOf it -> all(it.fields());
            case TypeExpression.Function it ->
                all(it.typeParameters()).all(it.parameters()).one(it.result());
            case TypeExpression.Union it -> all(it.members());
            case TypeExpression.Intersection it -> all(it.members());
            case TypeExpression.WithMetadata it -> one(it.type()).all(it.entries());
        }
    }

    private void pattern(Pattern pattern) {
        switch (pattern) {
            case Pattern.Else it -> one(it.binding());
            case Pattern.Binding it -> one(it.binding());
            case Pattern.Literal it -> one(it.binding()).one(it.literal());
            case Pattern.Constant it -> one(it.reference());
            case Pattern.TypeTest it -> one(it.binding()).one(it.type());
            case Pattern.Regex it -> one(it.binding()).one(it.regex());
            case Pattern.EmptyArray _, Pattern.EmptyObject _ -> {}
            case Pattern.ArrayParts it -> one(it.head()).one(it.tail());
            case Pattern.ObjectParts it -> one(it.key()).one(it.value()).one(it.tail());
        }
    }

    private void selector(Selector selector) {
        switch (selector) {
            case Selector.Named it -> one(it.name());
            case Selector.Dynamic it -> one(it.key());
            case Selector.Filter it -> one(it.predicate());
            case Selector.Descendants _, Selector.Attributes _ -> {}
            case Selector.NamespaceOf _, Selector.Metadata _ -> {}
        }
    }
}
