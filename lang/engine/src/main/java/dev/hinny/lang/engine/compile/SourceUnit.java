package dev.hinny.lang.engine.compile;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.engine.library.NativeFunctions;
import dev.hinny.lang.engine.node.Callable;
import dev.hinny.lang.engine.node.Closure;
import dev.hinny.lang.engine.node.ContextualFunction;
import dev.hinny.lang.engine.node.ControlNodes;
import dev.hinny.lang.engine.node.Evaluation;
import dev.hinny.lang.engine.node.Frame;
import dev.hinny.lang.engine.node.FunctionCode;
import dev.hinny.lang.engine.node.FunctionNodes;
import dev.hinny.lang.engine.node.NativeCallable;
import dev.hinny.lang.engine.node.Node;
import dev.hinny.lang.engine.node.OverloadSet;
import dev.hinny.lang.engine.node.Signature;
import dev.hinny.lang.engine.node.VariableNodes;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.FunctionValue;
import dev.hinny.lang.engine.value.Namespace;
import dev.hinny.lang.engine.value.Value;
import dev.hinny.lang.front.Directive;
import dev.hinny.lang.front.Document;
import dev.hinny.lang.front.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A parsed script or module. A unit of the library has one frame for all evaluations and compiles each function when it is
 * first used; any other has a frame in each evaluation and is compiled as a whole.
 */
final class SourceUnit implements ModuleUnit {
    private final String name;
    private final Document document;
    private final Session session;
    private final int index;
    private final @Nullable Frame shared;
    private final Layout layout = new Layout();
    private final Scope scope;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Resolved> constants = new ConcurrentHashMap<>();
    private final Set<String> internal = new HashSet<>();
    private ControlNodes.Declaration[] declarations = {};
    private FunctionNodes.@Nullable Mapping mapping;

    /** @param index of the frame in an evaluation; -1 for a unit of the library */
    SourceUnit(String name, Document document, Session session, int index, @Nullable Evaluation library) {
        this.name = name;
        this.document = document;
        this.session = session;
        this.index = index;
        this.shared = library == null ? null : new Frame(0, null, library);
        this.scope = Scope.of(this, layout);
    }

    /** A declaration at the top: overloads of a function, or a variable. */
    private record Member(
            String name,
            int slot,
            List<Directive.Function> functions,
            Directive.@Nullable Variable variable,
            List<FunctionCode> codes) {}

    String name() {
        return name;
    }

    Document document() {
        return document;
    }

    Scope scope() {
        return scope;
    }

    Layout layout() {
        return layout;
    }

    boolean isLibrary() {
        return shared != null;
    }

    void mapping(FunctionNodes.Mapping callable) {
        mapping = callable;
    }

    /** Notes all declarations, so that they may refer to each other; imports are loaded. */
    void declare() {
        for (Directive directive : document.header()) {
            if (directive.annotations().stream().anyMatch(a -> a.name().name().equals("Internal"))) {
                name(directive).ifPresent(internal::add);
            }
            switch (directive) {
                case Directive.Namespace ns ->
                    scope.namespace(new Namespace(ns.prefix().text(), ns.uri()));
                case Directive.TypeAlias alias -> scope.alias(alias);
                case Directive.Import imported -> session.imports.add(imported, scope);
                case Directive.Function function -> {
                    Member member = members.computeIfAbsent(
                            function.name().text(),
                            n -> new Member(n, layout.next(), new ArrayList<>(), null, new ArrayList<>()));
                    if (member.variable() == null) {
                        member.functions().add(function);
                    } else {
                        session.problems.error(
                                "DUPLICATE-NAME",
                                function.name().span(),
                                "'" + member.name() + "' is declared as a variable already",
                                "give one of them another name");
                    }
                }
                case Directive.Variable variable ->
                    members.put(
                            variable.name().text(),
                            new Member(variable.name().text(), layout.next(), List.of(), variable, List.of()));
                case Directive.Input _, Directive.Output _, Directive.Version _, Directive.AnnotationDeclaration _ -> {}
            }
        }
    }

    private static Optional<String> name(Directive directive) {
        return switch (directive) {
            case Directive.Function f -> Optional.of(f.name().text());
            case Directive.Variable v -> Optional.of(v.name().text());
            case Directive.TypeAlias t -> Optional.of(t.name().text());
            case Directive.Namespace _,
                    Directive.Import _,
                    Directive.Input _,
                    Directive.Output _,
                    Directive.Version _,
                    Directive.AnnotationDeclaration _ -> Optional.empty();
        };
    }

    /** Compiles all declarations of a unit that is not of the library. */
    void compile() {
        List<ControlNodes.Declaration> made = new ArrayList<>();
        for (Directive directive : document.header()) {
            if (directive instanceof Directive.TypeAlias alias) {
                session.types.check(alias, scope);
            }
        }
        for (Member member : members.values()) {
            codes(member);
        }
        for (Member member : members.values()) {
            Directive.Variable variable = member.variable();
            if (variable != null) {
                made.add(new ControlNodes.Declaration(member.slot(), session.functions.variable(variable, scope)));
            } else {
                for (FunctionCode code : member.codes()) {
                    code.complete();
                }
                made.add(new ControlNodes.Declaration(
                        member.slot(),
                        new FunctionNodes.Overloads(
                                member.name(), member.codes().toArray(FunctionCode[]::new))));
            }
        }
        declarations = made.toArray(ControlNodes.Declaration[]::new);
    }

    private List<FunctionCode> codes(Member member) {
        if (member.codes().isEmpty() && !member.functions().isEmpty()) {
            for (Directive.Function function : member.functions()) {
                member.codes()
                        .add(session.functions.declared(
                                function, member.functions().size() == 1, scope));
            }
        }
        return member.codes();
    }

    /** The unit's frame in an evaluation, made when needed. */
    Frame start(Evaluation evaluation) {
        Frame known = evaluation.unit(index);
        if (known == null) {
            known = new Frame(layout.size(), null, evaluation);
            evaluation.start(index, known);
            ControlNodes.declare(declarations, known);
        }
        return known;
    }

    @Override
    public @Nullable Resolved member(String wanted, SourceSpan place) {
        if (mapping != null && wanted.equals("main")) {
            return new Resolved(new VariableNodes.Undefined(place), List.of(), false, mapping);
        }
        Member member = members.get(wanted);
        if (member == null) {
            return null;
        }
        if (isLibrary()) {
            Resolved known = constants.get(wanted);
            if (known == null) {
                known = library(member);
                constants.put(wanted, known);
            }
            return known;
        }
        List<Signature> signatures =
                codes(member).stream().map(FunctionCode::signature).toList();
        return Resolved.of(new VariableNodes.Member(index, member.slot(), this::start), signatures);
    }

    private Resolved library(Member member) {
        Frame frame = Objects.requireNonNull(shared);
        Directive.Variable variable = member.variable();
        if (variable != null) {
            Node node = session.functions.variable(variable, scope);
            Value value = node.evaluate(new Frame(Math.max(16, layout.size()), null, frame.evaluation()));
            return Resolved.of(new VariableNodes.Constant(value));
        }
        List<Callable> callables = new ArrayList<>();
        boolean pure = true;
        boolean bound = false;
        for (Directive.Function function : member.functions()) {
            String nativeName = nativeName(function.body());
            if (nativeName != null) {
                Signature signature = session.functions.signature(function, scope);
                NativeCallable callable = new NativeCallable(signature, NativeFunctions.find(nativeName));
                bound |= callable.bind(frame.evaluation()) != callable;
                pure &= Specificity.isScalar(signature);
                callables.add(callable);
            } else {
                pure = false;
                boolean contextual = isPrivileged(function);
                bound |= contextual;
                FunctionCode code =
                        session.functions.declared(function, member.functions().size() == 1, scope);
                callables.add(contextual ? new ContextualFunction(code) : new Closure(code, frame));
            }
        }
        callables.sort((a, b) -> Integer.compare(Specificity.of(a.signature()), Specificity.of(b.signature())));
        FunctionValue value = callables.size() == 1 ? callables.get(0) : new OverloadSet(member.name(), callables);
        Node node = bound ? new FunctionNodes.Bound(value) : new VariableNodes.Constant(value);
        return new Resolved(node, callables.stream().map(Callable::signature).toList(), pure && !bound, null);
    }

    /** Whether it says that it reaches outside: it then sees the evaluation of its caller. */
    private static boolean isPrivileged(Directive.Function function) {
        return function.annotations().stream().anyMatch(a -> a.name().name().equals("RuntimePrivilege"));
    }

    private @Nullable String nativeName(Expression body) {
        return body
                                instanceof
                                Expression.Call(
                                        SourceSpan _,
                                        Expression.Reference(SourceSpan _, var called),
                                        var _,
                                        var arguments)
                        && called.name().equals("native")
                        && arguments.size() == 1
                        && arguments.get(0) instanceof Expression.StringLiteral text
                ? text.value()
                : null;
    }

    @Override
    public @Nullable Type type(String wanted, List<Type> arguments) {
        Directive.TypeAlias alias = scope.alias(wanted);
        return alias == null ? null : session.types.alias(alias, arguments, scope);
    }

    @Override
    public @Nullable Namespace namespace(String prefix) {
        return scope.namespace(prefix);
    }

    @Override
    public boolean isInternal(String wanted) {
        return internal.contains(wanted);
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(members.keySet());
        names.removeAll(internal);
        return names;
    }
}
