%dw 2.0

/** Place where two values differ. */
type Difference = {expected: String, actual: String, path: String}

/** Whether two values are equal, and where they are not. */
type Diff = {matches: Boolean, diffs: Array<Difference>}

/**
 * Compares a value with the one expected, part by part; unordered, arrays may hold their items in any order.
 *
 *     {a: [1, {b: "x"}]} diff {a: [1, {b: "y"}]}
 *     => {matches: false, diffs: [{expected: '"y"', actual: '"x"', path: "(root).a[1].b"}]}
 *
 *     diff([1, 2, 3], [])
 *     => {matches: false, diffs: [{expected: "Array size is 0", actual: "was 3", path: "(root)"}]}
 *
 *     diff({a: [1, 2]}, {a: [2, 1]}, {unordered: true}).matches
 *     => true
 */
@Since(version = "2.2.0")
fun diff(actual: Any, expected: Any, diffConfig: {unordered?: Boolean} = {}, path: String = "(root)"): Diff = do {
  var found = differences(actual, expected, diffConfig.unordered default false, path)
  ---
  {matches: isEmpty(found), diffs: found}
}

@Internal(permits = [])
fun shown(value: Any): String = write(value, "application/dw") as String

@Internal(permits = [])
fun difference(actual: Any, expected: Any, path: String): Array<Difference> =
  [{expected: shown(expected), actual: shown(actual), path: path}]

@Internal(permits = [])
fun differences(actual: Any, expected: Any, unordered: Boolean, path: String): Array<Difference> =
  if (actual == expected) []
  else expected match {
    case o is Object -> if (actual is Object) ofObjects(actual, o, unordered, path) else difference(actual, expected, path)
    case a is Array -> if (actual is Array) ofArrays(items(actual), items(a), unordered, path) else difference(actual, expected, path)
    else -> difference(actual, expected, path)
  }

@Internal(permits = [])
fun named(key: Key): String =
  if (key.# == null) key as String else (key.#.prefix default "") ++ "#" ++ (key as String)

/** Fields of either object by their names, each with its entries in both. */
@Internal(permits = [])
fun fields(actual: Object, expected: Object): Array<{key: Key, actual: Array, expected: Array}> = native("diff::fields")

/** The items in memory. */
@Internal(permits = [])
fun items(array: Array): Array = native("diff::items")

@Internal(permits = [])
fun unmatched(actual: Array, expected: Array, alike: (Any, Any) -> Boolean): Array<Number> = native("diff::unmatched")

@Internal(permits = [])
fun ofObjects(actual: Object, expected: Object, unordered: Boolean, path: String): Array<Difference> =
  flatten(fields(actual, expected) filter ((field) -> field.actual != field.expected)
    map ((field) -> ofFields(field.actual, field.expected, unordered, path ++ "." ++ named(field.key))))

@Internal(permits = [])
fun ofFields(actual: Array, expected: Array, unordered: Boolean, place: String): Array<Difference> =
  if (isEmpty(actual))
    [{expected: "Entry " ++ place ++ " with type " ++ typeOf(expected[0].value), actual: "was not present in object.", path: place}]
  else if (isEmpty(expected))
    [{expected: "No entry " ++ place, actual: "was present in object.", path: place}]
  else if (sizeOf(expected) != sizeOf(actual))
    [{expected: "Entry " ++ place ++ " repeated " ++ sizeOf(expected) ++ " times", actual: "was " ++ sizeOf(actual), path: place}]
  else flatten(expected map ((entry, i) ->
    ofEntries(actual[i], entry, unordered, place ++ (if (sizeOf(expected) > 1) "[" ++ i ++ "]" else ""))))

@Internal(permits = [])
fun ofEntries(actual: Object, expected: Object, unordered: Boolean, path: String): Array<Difference> =
  ofObjects(actual.key.@ default {}, expected.key.@ default {}, unordered, path ++ ".@")
    ++ differences(actual.value, expected.value, unordered, path)

@Internal(permits = [])
fun ofArrays(actual: Array, expected: Array, unordered: Boolean, path: String): Array<Difference> =
  if (sizeOf(actual) != sizeOf(expected))
    [{expected: "Array size is " ++ sizeOf(expected), actual: "was " ++ sizeOf(actual), path: path}]
  else if (unordered)
    unmatched(actual, expected, (one, other) -> isEmpty(differences(one, other, true, path)))
      map ((i) -> {expected: shown(expected[i]), actual: "was not present in array.", path: path ++ "[" ++ i ++ "]"})
  else flatten(expected map ((item, i) -> differences(actual[i], item, unordered, path ++ "[" ++ i ++ "]")))
