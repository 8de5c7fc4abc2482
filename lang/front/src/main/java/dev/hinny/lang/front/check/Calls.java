package dev.hinny.lang.front.check;

import dev.hinny.base.SourceSpan;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.QualifiedName;
import dev.hinny.lang.front.TypeExpression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls in all their forms: which overloads can take the arguments, and what they return. */
final class Calls {
    private final Session session;

    Calls(Session session) {
        this.session = session;
    }

    /**
     * A call under way.
     *
     * @param name as messages show it, empty where the function has none
     * @param declaration null where what is called is no name
     */
    record Site(
            String name,
            @Nullable Declaration declaration,
            boolean infix,
            List<Expression> arguments,
            List<Type> typeArguments,
            SourceSpan span,
            Scope scope) {
        /** Whether all ways to call it are known, and no argument too many is dropped. */
        boolean declared() {
            return declaration != null && !declaration.overloads().isEmpty();
        }

        /** Whether a function of the core library is called. */
        boolean isLibrary(String function) {
            return declaration != null
                    && declaration.module().equals("dw::Core")
                    && declaration.name().equals(function);
        }

        int count() {
            return arguments.size();
        }
    }

    Type infix(Expression.Infix infix, Scope scope) {
        QualifiedName name = infix.function();
        if (name.isSimple() && name.name().equals("++") && scope.find("++") == null) {
            Declaration found = session.names.find(name, scope);
            if (found != null) {
                session.recorder.used(name, found, scope);
            }
            Type left = session.expressions.infer(infix.left(), scope);
            Type right = session.expressions.infer(infix.right(), scope);
            return session.operators.concatenation(infix, left, right, scope);
        }
        return call(name, List.of(infix.left(), infix.right()), List.of(), true, infix.span(), scope);
    }

    Type call(Expression.Call call, Scope scope) {
        if (call.function() instanceof Expression.Reference reference) {
            return call(reference.name(), call.arguments(), call.typeArguments(), false, call.span(), scope);
        }
        Type function = session.expressions.infer(call.function(), scope);
        List<Type> types = types(call.typeArguments(), scope);
        return call(overloads(function), new Site("", null, false, call.arguments(), types, call.span(), scope));
    }

    private List<Type> types(List<TypeExpression> types, Scope scope) {
        return types.stream().map(t -> session.types.read(t, scope)).toList();
    }

    private Type call(
            QualifiedName name,
            List<Expression> arguments,
            List<TypeExpression> typeArguments,
            boolean infix,
            SourceSpan span,
            Scope scope) {
        Declaration declaration = session.names.resolve(name, true, scope);
        List<Type> types = types(typeArguments, scope);
        Scope inner = declaration != null
                        && declaration.module().equals("dw::Runtime")
                        && (declaration.name().startsWith("try")
                                || declaration.name().startsWith("orElse"))
                ? scope.triedBlock()
                : scope;
        boolean declared = declaration != null && !declaration.overloads().isEmpty();
        List<Overload> overloads = List.of();
        if (declaration != null) {
            if (declared) {
                overloads = declaration.overloads();
            } else {
                Type narrowed = name.isSimple() ? scope.narrowed(name.name(), name.name()) : null;
                Type type = narrowed != null ? narrowed : declaration.type();
                overloads = overloads(type);
                callable(name, type, inner);
            }
        }
        return call(overloads, new Site(name.toString(), declaration, infix, arguments, types, span, inner));
    }

    private void callable(QualifiedName name, Type type, Scope scope) {
        for (Type member : Types.members(type)) {
            Type.Kind kind = Types.kind(Types.resolve(member));
            if (kind == null || kind == Type.Kind.FUNCTION || kind == Type.Kind.ENUM) {
                return;
            }
        }
        session.failure(
                scope,
                "NOT-A-FUNCTION",
                name.span(),
                "'" + name + "' is no function but " + TypeText.withArticle(type),
                "");
    }

    /** The ways to call a value; none where they are not known. */
    private static List<Overload> overloads(Type type) {
        return switch (Types.resolve(type)) {
            case Type.Function f -> List.of(Overload.of(f));
            case Type.Intersection i
            when i.members().stream().allMatch(m -> m instanceof Type.Function) ->
                i.members().stream().map(m -> Overload.of((Type.Function) m)).toList();
            default -> List.of();
        };
    }

    /** A way to call that may be taken. */
    private record Candidate(Overload overload, int[] places, Generics generics) {
        Type parameter(int argument) {
            return places[argument] < overload.parameters().size()
                    ? overload.parameters().get(places[argument]).type()
                    : Type.ANY;
        }
    }

    private Type call(List<Overload> overloads, Site site) {
        List<Candidate> taking = taking(overloads, site);
        Type[] types = new Type[site.count()];
        Arrays.fill(types, Type.ANY);
        boolean[] lambdas = new boolean[types.length];
        for (int i = 0; i < types.length; i++) {
            Expression argument = site.arguments().get(i);
            lambdas[i] = argument instanceof Expression.Lambda
                    || argument instanceof Expression.ImplicitLambda implicit
                            && (implicit.certain() || overloads.isEmpty() || takesFunction(taking, i));
            if (!lambdas[i]) {
                types[i] = session.expressions.infer(
                        argument instanceof Expression.ImplicitLambda implicit ? implicit.body() : argument,
                        site.scope());
            }
        }
        if (overloads.isEmpty() || taking.isEmpty()) {
            lambdas(List.of(), lambdas, types, site);
            if (!overloads.isEmpty()) {
                count(overloads, site);
            }
            return Type.ANY;
        }
        List<Candidate> fitting = fitting(taking, types, lambdas);
        for (Candidate candidate : fitting) {
            learn(candidate, types, lambdas, false);
        }
        lambdas(fitting, lambdas, types, site);
        List<Candidate> possible = fitting(fitting, types, new boolean[types.length]);
        if (possible.isEmpty()) {
            mismatch(taking, types, site);
            return Type.ANY;
        }
        doubts(possible, types, site);
        for (Candidate candidate : possible) {
            learn(candidate, types, lambdas, true);
        }
        Type completed = site.isLibrary("with") ? Completed.result(types[0]) : null;
        return completed != null ? completed : result(possible, types);
    }

    private List<Candidate> taking(List<Overload> overloads, Site site) {
        List<Candidate> taking = new ArrayList<>();
        for (Overload overload : overloads) {
            int most = overload.parameters().size();
            int count = site.declared() ? site.count() : Math.min(site.count(), most);
            if (overload.takes(count)) {
                int[] places = Arrays.copyOf(overload.places(count), site.count());
                Arrays.fill(places, count, site.count(), most);
                Generics generics = new Generics(overload.typeParameters());
                for (int i = 0; i < site.typeArguments().size(); i++) {
                    generics.set(i, site.typeArguments().get(i));
                }
                taking.add(new Candidate(overload, places, generics));
            }
        }
        return taking;
    }

    private static boolean takesFunction(List<Candidate> candidates, int argument) {
        return candidates.stream().anyMatch(c -> function(c.parameter(argument)) != null);
    }

    /** The function among what a parameter takes. */
    private static Type.@Nullable Function function(Type parameter) {
        for (Type member : Types.members(parameter)) {
            if (Types.resolve(member) instanceof Type.Function f) {
                return f;
            }
            if (Types.resolve(member).equals(Type.FUNCTION)) {
                return new Type.Function(List.of(), List.of(), Type.ANY);
            }
        }
        return null;
    }

    /** The candidates that take the arguments known so far. */
    private static List<Candidate> fitting(List<Candidate> candidates, Type[] types, boolean[] unknown) {
        List<Candidate> fitting = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean fits = true;
            for (int i = 0; i < types.length && fits; i++) {
                fits = unknown[i] || Fit.of(types[i], candidate.parameter(i)) != Fit.NO;
            }
            if (fits) {
                fitting.add(candidate);
            }
        }
        return fitting;
    }

    private static void learn(Candidate candidate, Type[] types, boolean[] lambdas, boolean fromLambdas) {
        for (int i = 0; i < types.length; i++) {
            if (lambdas[i] == fromLambdas) {
                candidate.generics().learn(candidate.parameter(i), types[i]);
            }
        }
    }

    /** Looks at the arguments that are functions, with what the candidates say about their parameters. */
    private void lambdas(List<Candidate> candidates, boolean[] lambdas, Type[] types, Site site) {
        for (int i = 0; i < types.length; i++) {
            if (lambdas[i]) {
                List<Type> expected =
                        site.isLibrary("with") && i == 1 ? Completed.expected(types[0]) : expected(candidates, i);
                types[i] = switch (site.arguments().get(i)) {
                    case Expression.ImplicitLambda implicit ->
                        session.functions.implicit(implicit, expected, site.scope());
                    case Expression.Lambda lambda
                    when site.isLibrary("reduce") -> session.functions.folding(lambda, expected, 1, site.scope());
                    case Expression.Lambda lambda -> session.functions.lambda(lambda, expected, site.scope());
                    default -> Type.ANY;
                };
                Expression argument = site.arguments().get(i);
                session.recorder.type(argument.span(), types[i], site.scope());
            }
        }
    }

    private static List<Type> expected(List<Candidate> candidates, int argument) {
        List<Type> expected = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Type.Function function = function(candidate.parameter(argument));
            if (function == null) {
                continue;
            }
            for (int i = 0; i < function.parameters().size(); i++) {
                Type parameter = candidate
                        .generics()
                        .substitute(function.parameters().get(i).type());
                if (i == expected.size()) {
                    expected.add(parameter);
                } else {
                    expected.set(i, Types.union(expected.get(i), parameter));
                }
            }
        }
        expected.replaceAll(t -> t instanceof Type.Nothing ? Type.ANY : t);
        return expected;
    }

    /** What the first overload that surely takes the arguments returns, and those that may come before it. */
    private static Type result(List<Candidate> candidates, Type[] types) {
        List<Type> results = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean possible = true;
            boolean certain = true;
            for (int i = 0; i < types.length; i++) {
                Type parameter = candidate.parameter(i);
                possible &= !Overlaps.disjoint(types[i], parameter);
                certain &= Types.assignable(types[i], parameter);
            }
            if (possible) {
                results.add(candidate
                        .generics()
                        .substitute(candidate.overload().result().get()));
            }
            if (certain) {
                return Types.union(results);
            }
        }
        for (Candidate candidate : candidates) {
            results.add(candidate
                    .generics()
                    .substitute(candidate.overload().result().get()));
        }
        return Types.union(results);
    }

    private void count(List<Overload> overloads, Site site) {
        int count = site.count();
        session.error(
                site.scope(),
                "WRONG-ARGUMENTS",
                site.span(),
                called(site) + " does not take " + count + (count == 1 ? " argument" : " arguments"),
                "it is " + known(overloads, site));
    }

    private static String called(Site site) {
        return site.name().isEmpty() ? "the function" : "'" + site.name() + "'";
    }

    private static String known(List<Overload> overloads, Site site) {
        String name = site.name().isEmpty() ? "the function " : site.name();
        List<String> all = overloads.stream()
                .map(o -> name + TypeText.signature(o.parameters()))
                .distinct()
                .toList();
        return String.join(" or ", all.subList(0, Math.min(5, all.size()))) + (all.size() > 5 ? " or ..." : "");
    }

    private void mismatch(List<Candidate> taking, Type[] types, Site site) {
        String known = known(taking.stream().map(Candidate::overload).toList(), site);
        for (int i = 0; i < types.length; i++) {
            Type given = types[i];
            int at = i;
            if (taking.stream().allMatch(c -> Fit.of(given, c.parameter(at)) == Fit.NO)) {
                boolean nothing = Types.isNull(given);
                session.failure(
                        site.scope(),
                        "WRONG-ARGUMENTS",
                        site.arguments().get(i).span(),
                        called(site) + " takes " + wanted(taking, i) + position(i, site) + ", found "
                                + TypeText.brief(shown(given, taking, i)),
                        nothing ? "it is null; give it a value with 'default'" : "it is " + known + names(taking, i));
                return;
            }
        }
        String found = String.join(
                ", ",
                Arrays.stream(types).map(Types::widen).map(TypeText::brief).toList());
        session.failure(
                site.scope(),
                "WRONG-ARGUMENTS",
                site.span(),
                called(site) + " does not take (" + found + ")",
                "it is " + known);
    }

    private void doubts(List<Candidate> possible, Type[] types, Site site) {
        for (int i = 0; i < types.length; i++) {
            Type given = types[i];
            int at = i;
            if (possible.stream().allMatch(c -> Fit.of(given, c.parameter(at)) == Fit.DOUBTFUL)) {
                session.warning(
                        site.scope(),
                        "WRONG-ARGUMENTS",
                        site.arguments().get(i).span(),
                        called(site) + " takes " + wanted(possible, i) + position(i, site) + ", found "
                                + TypeText.brief(given),
                        "");
            }
        }
    }

    /** Texts and numbers in full only where the function asks for certain ones. */
    private static Type shown(Type given, List<Candidate> candidates, int argument) {
        boolean literal = candidates.stream()
                .flatMap(c -> Types.members(c.parameter(argument)).stream())
                .anyMatch(t -> Types.resolve(t) instanceof Type.Literal);
        return literal ? given : Types.widen(given);
    }

    private static String wanted(List<Candidate> candidates, int argument) {
        Type all = Types.union(candidates.stream()
                .map(c -> new Generics(c.overload().typeParameters()).substitute(c.parameter(argument)))
                .toList());
        Type wanted = Types.withoutNull(all);
        return TypeText.withArticle(wanted instanceof Type.Nothing ? all : wanted);
    }

    /** What declared types stand for. */
    private static String names(List<Candidate> candidates, int argument) {
        StringBuilder out = new StringBuilder();
        candidates.stream()
                .flatMap(c -> Types.members(c.parameter(argument)).stream())
                .filter(t -> t instanceof Type.Named)
                .distinct()
                .forEach(t -> out.append("; ").append(t).append(" is ").append(TypeText.brief(Types.resolve(t))));
        return out.toString();
    }

    private static String position(int argument, Site site) {
        if (site.infix()) {
            return argument == 0 ? " on the left" : " on the right";
        }
        return site.count() == 1
                ? ""
                : switch (argument) {
                    case 0 -> " as its first argument";
                    case 1 -> " as its second argument";
                    case 2 -> " as its third argument";
                    default -> " as argument " + (argument + 1);
                };
    }
}
