%dw 2.0

type Difference = {expected: String, actual: String, path: String}
type Diff = {matches: Boolean, diffs: Array<Difference>}

/** Where two values differ. */
fun diff(actual: Any, expected: Any, diffConfig: {unordered?: Boolean} = {}, path: String = "(root)"): Diff = do {
  var found = differences(actual, expected, diffConfig.unordered default false, path)
  ---
  {matches: isEmpty(found), diffs: found}
}

fun shown(value: Any): String = write(value, "application/dw") as String

fun difference(actual: Any, expected: Any, path: String): Array =
  [{expected: shown(expected), actual: shown(actual), path: path}]

fun differences(actual: Any, expected: Any, unordered: Boolean, path: String): Array =
  expected match {
    case o is Object -> if (actual is Object) ofObjects(actual, o, unordered, path) else difference(actual, expected, path)
    case a is Array -> if (actual is Array) ofArrays(actual, a, unordered, path) else difference(actual, expected, path)
    else -> if (actual == expected) [] else difference(actual, expected, path)
  }

fun ofObjects(actual: Object, expected: Object, unordered: Boolean, path: String): Array = do {
  var missing = namesOf(expected) -- namesOf(actual)
  var surplus = namesOf(actual) -- namesOf(expected)
  ---
  (if (!isEmpty(missing) or !isEmpty(surplus) or sizeOf(actual) != sizeOf(expected))
     [{expected: "Object size is " ++ sizeOf(expected), actual: "Object size was " ++ sizeOf(actual), path: path}]
   else [])
  ++ flatten((namesOf(expected) distinctBy $) map ((name) ->
    if (missing contains name) [{expected: "Entry " ++ path ++ "." ++ name, actual: "was not present in object.", path: path}]
    else if (unordered or sizeOf(expected.*"$name") == sizeOf(actual.*"$name"))
      flatten((expected.*"$name" zip actual.*"$name") map ((pair, i) ->
        differences(pair[1], pair[0], unordered, path ++ "." ++ name ++ (if (sizeOf(expected.*"$name") > 1) "[" ++ i ++ "]" else ""))))
    else difference(actual.*"$name", expected.*"$name", path ++ "." ++ name)))
}

fun ofArrays(actual: Array, expected: Array, unordered: Boolean, path: String): Array =
  if (sizeOf(actual) != sizeOf(expected))
    [{expected: "Array size is " ++ sizeOf(expected), actual: "Array size was " ++ sizeOf(actual), path: path}]
  else if (unordered)
    flatten(expected map ((item, i) ->
      if (isEmpty(actual filter ((other) -> isEmpty(differences(other, item, true, path))))) difference(null, item, path ++ "[" ++ i ++ "]") else []))
  else flatten(expected map ((item, i) -> differences(actual[i], item, unordered, path ++ "[" ++ i ++ "]")))
