package dev.hinny.lang.engine.node;

import dev.hinny.lang.engine.EvaluationException;
import dev.hinny.lang.engine.operation.Renderings;
import dev.hinny.lang.engine.operation.TypeNames;
import dev.hinny.lang.engine.type.Type;
import dev.hinny.lang.engine.value.ArrayValue;
import dev.hinny.lang.engine.value.ObjectValue;
import dev.hinny.lang.engine.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What to say when no overload of a function takes the arguments. */
final class Mismatch {
    private Mismatch() {}

    static EvaluationException of(String name, Value[] arguments, List<Signature> signatures) {
        String given = Arrays.stream(arguments)
                .map(a -> TypeNames.of(a) + " (" + Renderings.brief(a) + ")")
                .collect(Collectors.joining(", ", "(", ")"));
        List<Signature> telling = signatures.stream().filter(s -> !isForNull(s)).toList();
        String known = (telling.isEmpty() ? signatures : telling)
                .stream().map(Signature::text).distinct().collect(Collectors.joining(" or "));
        String called = name.isEmpty() ? "the function" : "'" + name + "'";
        return EvaluationException.of(
                "WRONG-ARGUMENTS",
                called + " does not take " + given,
                called + " takes " + known + (arguments.length == 0 ? "" : instead(name, arguments[0])));
    }

    /** The overload that makes a function friendly to null is not what somebody looks for. */
    private static boolean isForNull(Signature signature) {
        return signature.arity() > 0 && signature.types()[0] instanceof Type.Simple s && s.kind() == Type.Kind.NULL;
    }

    /** The function that people mean who use this one with an object, or with an array. */
    private static String instead(String name, Value first) {
        String other = switch (first) {
            case ObjectValue _ ->
                switch (name) {
                    case "map" -> "'mapObject' makes an object of an object, 'pluck' an array";
                    case "filter" -> "'filterObject' filters the pairs of an object";
                    case "flatMap", "reduce", "joinBy", "sum", "avg", "max", "min", "maxBy", "minBy" ->
                        "'valuesOf' gives the values of an object as an array";
                    default -> "";
                };
            case ArrayValue _ ->
                switch (name) {
                    case "mapObject", "pluck" -> "'map' goes through an array";
                    case "filterObject" -> "'filter' filters an array";
                    case "keysOf", "namesOf", "valuesOf", "entriesOf" ->
                        "select one object, as in items[0], or map over the array";
                    default -> "";
                };
            default -> "";
        };
        return other.isEmpty() ? "" : "; " + other;
    }
}
