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
  expected match {
    case o is Object -> if (actual is Object) ofObjects(actual, o, unordered, path) else difference(actual, expected, path)
    case a is Array -> if (actual is Array) ofArrays(actual, a, unordered, path) else difference(actual, expected, path)
    else -> if (actual == expected) [] else difference(actual, expected, path)
  }

@Internal(permits = [])
fun named(key: Key): String =
  if (key.# == null) key as String else (key.#.prefix default "") ++ "#" ++ (key as String)

@Internal(permits = [])
fun sameName(one: Key, other: Key): Boolean =
  (one as String) == (other as String) and (one.#.uri default "") == (other.#.uri default "")

/** The entries of a name, each with its key. */
@Internal(permits = [])
fun entriesNamed(value: Object, key: Key): Array<Object> =
  (value filterObject ((v, k) -> sameName(k, key))) pluck ((v, k) -> {key: k, value: v})

@Internal(permits = [])
fun ofObjects(actual: Object, expected: Object, unordered: Boolean, path: String): Array<Difference> =
  flatten((keysOf(expected) distinctBy named($)) map ((key) -> do {
    var wanted = entriesNamed(expected, key)
    var found = entriesNamed(actual, key)
    var place = path ++ "." ++ named(key)
    ---
    if (isEmpty(found)) missing(place, typeOf(wanted[0].value))
    else if (sizeOf(wanted) != sizeOf(found))
      [{expected: "Entry " ++ place ++ " repeated " ++ sizeOf(wanted) ++ " times", actual: "was " ++ sizeOf(found), path: place}]
    else flatten(wanted map ((entry, i) ->
      ofEntries(found[i], entry, unordered, place ++ (if (sizeOf(wanted) > 1) "[" ++ i ++ "]" else ""))))
  }))
  ++ flatten((keysOf(actual) distinctBy named($)) map ((key) ->
    if (isEmpty(entriesNamed(expected, key)))
      [{expected: "No entry " ++ path ++ "." ++ named(key), actual: "was present in object.", path: path ++ "." ++ named(key)}]
    else []))

@Internal(permits = [])
fun missing(place: String, found: Type): Array<Difference> =
  [{expected: "Entry " ++ place ++ " with type " ++ found, actual: "was not present in object.", path: place}]

@Internal(permits = [])
fun ofEntries(actual: Object, expected: Object, unordered: Boolean, path: String): Array<Difference> =
  ofAttributes(actual.key.@ default {}, expected.key.@ default {}, path)
    ++ differences(actual.value, expected.value, unordered, path)

@Internal(permits = [])
fun ofAttributes(actual: Object, expected: Object, path: String): Array<Difference> =
  if (isEmpty(actual) and isEmpty(expected)) [] else ofObjects(actual, expected, true, path ++ ".@")

@Internal(permits = [])
fun ofArrays(actual: Array, expected: Array, unordered: Boolean, path: String): Array<Difference> =
  if (sizeOf(actual) != sizeOf(expected))
    [{expected: "Array size is " ++ sizeOf(expected), actual: "was " ++ sizeOf(actual), path: path}]
  else if (unordered) ofItems(actual, expected, path)
  else flatten(expected map ((item, i) -> differences(actual[i], item, unordered, path ++ "[" ++ i ++ "]")))

/** Items that are expected more often than they are there. */
@Internal(permits = [])
fun ofItems(actual: Array, expected: Array, path: String): Array<Difference> =
  flatten(expected map ((item, i) -> do {
    fun isLike(other) = isEmpty(differences(other, item, true, path))
    var before = sizeOf(expected filter ((other, j) -> j < i and isLike(other)))
    ---
    if (sizeOf(actual filter ((other) -> isLike(other))) > before) []
    else [{expected: shown(item), actual: "was not present in array.", path: path ++ "[" ++ i ++ "]"}]
  }))
