package dev.hinny.lang.front;

import java.util.Set;

/** What the right operand of the functions of the standard library is: a function or a plain value. */
final class InfixFunctions {
    private static final Set<String> TAKING_FUNCTIONS = Set.of(
            "map",
            "mapObject",
            "filter",
            "filterObject",
            "flatMap",
            "reduce",
            "pluck",
            "groupBy",
            "orderBy",
            "distinctBy",
            "maxBy",
            "minBy",
            "then",
            "with",
            "every",
            "some",
            "countBy",
            "sumBy",
            "firstWith",
            "indexWhere",
            "partition",
            "splitWhere",
            "takeWhile",
            "dropWhile",
            "everyEntry",
            "someEntry",
            "everyCharacter",
            "someCharacter",
            "countCharactersBy",
            "mapString",
            "substringBy",
            "mapLeafValues",
            "filterArrayLeafs",
            "filterObjectLeafs",
            "filterTree",
            "nodeExists",
            "failIf",
            "must");

    private static final Set<String> TAKING_VALUES = Set.of(
            "++",
            "--",
            "mod",
            "to",
            "pow",
            "contains",
            "find",
            "match",
            "matches",
            "scan",
            "splitBy",
            "joinBy",
            "startsWith",
            "endsWith",
            "replace",
            "update",
            "zip",
            "isSameAs",
            "daysBetween",
            "xsiType",
            "appendIfMissing",
            "prependIfMissing",
            "isHandledBy",
            "charCodeAt",
            "countMatches",
            "first",
            "hammingDistance",
            "last",
            "leftPad",
            "levenshteinDistance",
            "lines",
            "remove",
            "repeat",
            "rightPad",
            "substringAfter",
            "substringAfterLast",
            "substringBefore",
            "substringBeforeLast",
            "substringEvery",
            "surround",
            "unwrap",
            "withMaxSize",
            "wrapIfMissing",
            "wrapWith",
            "divideBy",
            "drop",
            "indexOf",
            "lastIndexOf",
            "slice",
            "splitAt",
            "take",
            "mergeWith",
            "concatWith",
            "readLinesWith",
            "writeLinesWith",
            "diff",
            "onNull",
            "orElse",
            "orElseTry",
            "wait",
            "mask",
            "describedBy",
            "in");

    private InfixFunctions() {}

    static boolean isKnown(QualifiedName function) {
        return takesFunction(function) || takesValue(function);
    }

    static boolean takesFunction(QualifiedName function) {
        return TAKING_FUNCTIONS.contains(function.name());
    }

    static boolean takesValue(QualifiedName function) {
        return TAKING_VALUES.contains(function.name());
    }
}
