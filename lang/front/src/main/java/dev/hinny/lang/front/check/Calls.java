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
                session.mismatches.count(overloads, site);
            }
            return Type.ANY;
        }
        List<Candidate> fitting = reached(fitting(taking, types, lambdas), types, lambdas);
        learn(fitting, types, lambdas);
        lambdas(fitting, lambdas, types, site);
        List<Candidate> possible = fitting(fitting, types, new boolean[types.length]);
        if (possible.isEmpty()) {
            session.mismatches.types(taking, types, site);
            return Type.ANY;
        }
        session.mismatches.doubts(possible, types, site);
        for (Candidate candidate : possible) {
            for (int i = 0; i < types.length; i++) {
                if (lambdas[i]) {
                    candidate.generics().learn(candidate.parameter(i), types[i]);
                }
            }
        }
        Type special = null;
        if (site.isLibrary("with")) {
            special = Completed.result(types[0]);
        } else if (site.isLibrary("reduce") && types.length == 2 && lambdas[1]) {
            special = Folding.result(site.arguments().get(1), types[1], types[0]);
        }
        return special != null ? special : result(possible, types);
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

    /** The candidates up to the first that surely takes the arguments; functions are always taken. */
    private static List<Candidate> reached(List<Candidate> candidates, Type[] types, boolean[] lambdas) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            boolean certain = true;
            for (int j = 0; j < types.length; j++) {
                certain &= lambdas[j]
                        ? function(candidate.parameter(j)) != null
                        : Types.assignable(types[j], candidate.parameter(j));
            }
            if (certain) {
                return candidates.subList(0, i + 1).stream()
                        .filter(c -> mayTake(c, types, lambdas))
                        .toList();
            }
        }
        return candidates;
    }

    /** Whether the arguments can be what the candidate takes without coercion. */
    private static boolean mayTake(Candidate candidate, Type[] types, boolean[] lambdas) {
        for (int i = 0; i < types.length; i++) {
            if (!lambdas[i] && Overlaps.disjoint(types[i], candidate.parameter(i))) {
                return false;
            }
        }
        return true;
    }

    /** Learns from the arguments that are no lambdas; null does not count where an overload before takes it. */
    private static void learn(List<Candidate> candidates, Type[] types, boolean[] lambdas) {
        boolean[] taken = new boolean[types.length];
        for (Candidate candidate : candidates) {
            boolean others = true;
            int nulls = -1;
            for (int i = 0; i < types.length; i++) {
                if (!lambdas[i]) {
                    Type given = taken[i] ? Types.withoutNull(types[i]) : types[i];
                    candidate.generics().learn(candidate.parameter(i), given);
                }
                if (Types.isNull(candidate.parameter(i)) && nulls < 0) {
                    nulls = i;
                } else {
                    others &= lambdas[i] || Types.assignable(types[i], candidate.parameter(i));
                }
            }
            if (nulls >= 0 && others) {
                taken[nulls] = true;
            }
        }
    }

    /** Looks at the arguments that are functions, with what the candidates say about their parameters. */
    private void lambdas(List<Candidate> candidates, boolean[] lambdas, Type[] types, Site site) {
        for (int i = 0; i < types.length; i++) {
            if (lambdas[i]) {
                types[i] = lambda(site.arguments().get(i), i, candidates, types, site);
                Expression argument = site.arguments().get(i);
                session.recorder.type(argument.span(), types[i], site.scope());
            }
        }
    }

    private Type lambda(Expression argument, int place, List<Candidate> candidates, Type[] types, Site site) {
        boolean second = place == 1 && !candidates.isEmpty();
        if (second && site.isLibrary("reduce")) {
            return session.folding.function(argument, types[0], expected(candidates, place), site.scope());
        }
        List<Type> expected =
                second && site.isLibrary("with") ? Completed.expected(types[0]) : expected(candidates, place);
        return argument instanceof Expression.Lambda lambda
                ? session.functions.lambda(lambda, expected, site.scope())
                : session.functions.implicit((Expression.ImplicitLambda) argument, expected, site.scope());
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
}
