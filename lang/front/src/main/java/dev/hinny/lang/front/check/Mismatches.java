package dev.hinny.lang.front.check;

import java.util.Arrays;
import java.util.List;

/** What is said about calls whose arguments do not fit. */
final class Mismatches {
    private final Session session;

    Mismatches(Session session) {
        this.session = session;
    }

    /** No overload takes so many arguments. */
    void count(List<Overload> overloads, Site site) {
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

    /** No overload takes arguments of these types. */
    void types(List<Candidate> taking, Type[] types, Site site) {
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

    /** Arrays whose items do not fit. */
    void doubts(List<Candidate> possible, Type[] types, Site site) {
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
