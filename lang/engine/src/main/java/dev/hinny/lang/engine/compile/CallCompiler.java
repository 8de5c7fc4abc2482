package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.library.PlaceFunction;
import dev.hinny.lang.engine.node.FunctionNodes;
import dev.hinny.lang.engine.node.LiteralNodes;
import dev.hinny.lang.engine.node.NativeCallable;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.OperatorNodes;
import dev.hinny.lang.engine.node.Signature;
import dev.hinny.lang.engine.node.TailCallNode;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.operation.Concatenation;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.StringValue;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.QualifiedName;
import dev.hinny.lang.front.TemplatePart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls in all their forms. */
final class CallCompiler {
    private final Session session;

    CallCompiler(Session session) {
        this.session = session;
    }

    Node infix(Expression.Infix infix, Scope scope) {
        QualifiedName name = infix.function();
        if (name.isSimple() && name.name().equals("++") && scope.find("++") == null) {
            Node left = session.expressions.compile(infix.left(), scope);
            Node right = session.expressions.compile(infix.right(), scope);
            return LiteralCompiler.fold(
                    new OperatorNodes.Binary(left, right, Concatenation::concat, infix.span()), left, right);
        }
        return call(name, infix.function().span(), List.of(infix.left(), infix.right()), infix.span(), scope, false);
    }

    Node call(Expression.Call call, Scope scope, boolean tail) {
        if (call.function() instanceof Expression.Reference reference) {
            return call(reference.name(), reference.span(), call.arguments(), call.span(), scope, tail);
        }
        Node function = session.expressions.compile(call.function(), scope);
        Node[] arguments = new Node[call.arguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = session.expressions.compile(call.arguments().get(i), scope);
        }
        return new FunctionNodes.Call(function, arguments, "", false, call.span());
    }

    private Node call(
            QualifiedName name,
            SourceSpan place,
            List<Expression> arguments,
            SourceSpan span,
            Scope scope,
            boolean tail) {
        Resolved resolved = session.names.resolve(name, place, scope);
        List<Signature> signatures = resolved.signatures();
        check(name, signatures, arguments.size(), span);
        if (arguments.size() == 1
                && FunctionNodes.constant(resolved.node()) instanceof NativeCallable called
                && called.function() instanceof PlaceFunction function) {
            return Declarations.place(function, arguments.get(0), scope);
        }
        Node[] nodes = new Node[arguments.size()];
        boolean cheap = resolved.pure();
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = argument(arguments.get(i), takesFunction(signatures, i, nodes.length), scope);
            cheap &= nodes[i].isCheap();
        }
        if (resolved.mapping() != null) {
            return new FunctionNodes.CallMapping(resolved.mapping(), nodes, span);
        }
        Scope.Tail own = tail ? scope.tail() : null;
        if (own != null
                && name.isSimple()
                && own.name().equals(name.name())
                && !scope.isShadowed(name.name())
                && nodes.length >= own.required()
                && nodes.length <= own.arity()) {
            return new TailCallNode(nodes, span);
        }
        return new FunctionNodes.Call(resolved.node(), nodes, name.toString(), cheap, span);
    }

    private void check(QualifiedName name, List<Signature> signatures, int count, SourceSpan span) {
        if (signatures.isEmpty() || signatures.stream().anyMatch(s -> s.takes(count))) {
            return;
        }
        String known = String.join(
                " or ", signatures.stream().map(s -> name + s.text()).distinct().toList());
        session.problems.error(
                "WRONG-ARGUMENTS",
                span,
                "'" + name + "' does not take " + count + (count == 1 ? " argument" : " arguments"),
                "it is " + known);
    }

    /** Yes, no, or null when it is not known. */
    private static @Nullable Boolean takesFunction(List<Signature> signatures, int position, int count) {
        if (signatures.isEmpty()) {
            return null;
        }
        for (Signature signature : signatures) {
            if (signature.takes(count)) {
                int missing = signature.arity() - count;
                boolean front = missing > 0 && signature.defaults()[0] != null;
                int at = front ? position + missing : position;
                if (at < signature.arity() && isFunction(signature.types()[at], 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFunction(Type type, int depth) {
        return switch (type) {
            case Type.Function _ -> true;
            case Type.Named n -> depth < 10 && isFunction(n.resolve(), depth + 1);
            case Type.Union u -> u.types().stream().anyMatch(t -> isFunction(t, depth + 1));
            default -> false;
        };
    }

    private Node argument(Expression argument, @Nullable Boolean function, Scope scope) {
        if (argument instanceof Expression.ImplicitLambda implicit) {
            return !implicit.certain() && Boolean.FALSE.equals(function)
                    ? session.expressions.compile(implicit.body(), scope)
                    : session.functions.implicit(implicit.body(), implicit.arity(), scope);
        }
        Node node = session.expressions.compile(argument, scope);
        if (!Boolean.TRUE.equals(function)) {
            return node;
        }
        boolean already = node instanceof FunctionNodes.Lambda
                || node instanceof VariableNodes.Local
                || node instanceof VariableNodes.Outer
                || node instanceof VariableNodes.Member
                || node instanceof FunctionNodes.Bound
                || node instanceof VariableNodes.Constant c && c.value() instanceof FunctionValue
                || node instanceof VariableNodes.Constant;
        return already ? node : FunctionNodes.deferred(node);
    }

    /** {@code name`text $(value)`}: the function gets the texts and the values. */
    Node template(Expression.CustomTemplate template, Scope scope) {
        List<Node> texts = new ArrayList<>();
        List<Node> values = new ArrayList<>();
        boolean textNext = true;
        for (TemplatePart part : template.parts()) {
            switch (part) {
                case TemplatePart.Text text -> {
                    texts.add(LiteralCompiler.constant(StringValue.of(text.value())));
                    textNext = false;
                }
                case TemplatePart.Hole hole -> {
                    if (textNext) {
                        texts.add(LiteralCompiler.constant(StringValue.EMPTY));
                    }
                    values.add(session.expressions.compile(hole.value(), scope));
                    textNext = true;
                }
            }
        }
        if (textNext) {
            texts.add(LiteralCompiler.constant(StringValue.EMPTY));
        }
        Resolved resolved = session.names.resolve(
                template.interpolator(), template.interpolator().span(), scope);
        Node[] arguments = {array(texts), array(values)};
        return new FunctionNodes.Call(
                resolved.node(), arguments, template.interpolator().toString(), false, template.span());
    }

    private static Node array(List<Node> nodes) {
        return new LiteralNodes.Array(nodes.toArray(Node[]::new), new @Nullable Node[nodes.size()]);
    }
}
