%dw 2.0

type PathElement = {|kind: String, selector: String | Number, namespace: Namespace | Null|}
type Path = Array<PathElement>

var ARRAY_TYPE = "Array"
var OBJECT_TYPE = "Object"
var ATTRIBUTE_TYPE = "Attribute"

/** The path as selectors. */
fun asExpressionString(path: Path): String =
  (path map ((element) -> element.kind match {
    case "Array" -> "[" ++ element.selector ++ "]"
    case "Attribute" -> ".@" ++ element.selector
    else -> "." ++ element.selector
  })) joinBy ""

/** What kind of place a path ends at. */
fun isArrayType(path: Path): Boolean = sizeOf(path) > 0 and path[-1].kind == ARRAY_TYPE
fun isAttributeType(path: Path): Boolean = sizeOf(path) > 0 and path[-1].kind == ATTRIBUTE_TYPE
fun isObjectType(path: Path): Boolean = sizeOf(path) > 0 and path[-1].kind == OBJECT_TYPE

fun isLeaf(value: Any): Boolean = !(value is Object or value is Array)
fun inObject(path: Array, key: Key): Array = path << {kind: OBJECT_TYPE, selector: key as String, namespace: key.#}
fun inAttribute(path: Array, key: Key): Array = path << {kind: ATTRIBUTE_TYPE, selector: key as String, namespace: key.#}
fun inArray(path: Array, index: Number): Array = path << {kind: ARRAY_TYPE, selector: index, namespace: null}

/** The tree with what the callback makes of each leaf. */
fun mapLeafValues(value: Any, callback: (value: Any, path: Path) -> Any): Any = mapLeafs(value, [], callback)

fun mapLeafs(value: Any, path: Array, callback: (Any, Any) -> Any): Any =
  value match {
    case o is Object -> o mapObject ((v, k) -> do {
      var below = inObject(path, k)
      ---
      {(k) @(((k.@ default {}) mapObject ((av, ak) -> {(ak): callback(av, inAttribute(below, ak))}))): mapLeafs(v, below, callback)}
    })
    case a is Array -> a map ((item, i) -> mapLeafs(item, inArray(path, i), callback))
    else -> callback(value, path)
  }

/** The tree without the leafs of arrays that do not fulfil the criterion. */
fun filterArrayLeafs(value: Any, criteria: (value: Any, path: Path) -> Boolean): Any =
  filterLeafs(value, [], (v, p) -> !isArrayType(p) or !isLeaf(v) or criteria(v, p))

/** The tree without the leafs of objects that do not fulfil the criterion. */
fun filterObjectLeafs(value: Any, criteria: (value: Any, path: Path) -> Boolean): Any =
  filterLeafs(value, [], (v, p) -> isArrayType(p) or !isLeaf(v) or criteria(v, p))

/** The tree without the parts that do not fulfil the criterion. */
fun filterTree(value: Any, criteria: (value: Any, path: Path) -> Boolean): Any =
  if (criteria(value, [])) filterLeafs(value, [], criteria) else null

fun filterLeafs(value: Any, path: Array, keep: (Any, Any) -> Boolean): Any =
  value match {
    case o is Object -> o mapObject ((v, k) -> do {
      var below = inObject(path, k)
      ---
      if (keep(v, below))
        {(k) @(((k.@ default {}) filterObject ((av, ak) -> keep(av, inAttribute(below, ak))))): filterLeafs(v, below, keep)}
      else {}
    })
    case a is Array -> flatten(a map ((item, i) -> if (keep(item, inArray(path, i))) [filterLeafs(item, inArray(path, i), keep)] else []))
    else -> value
  }

/** Whether a node fulfils the condition. */
fun nodeExists(value: Any, callback: (value: Any, path: Path) -> Boolean): Boolean = existsIn(value, [], callback)

fun existsIn(value: Any, path: Array, callback: (Any, Any) -> Boolean): Boolean =
  callback(value, path) or (value match {
    case o is Object -> sizeOf(o filterObject ((v, k) -> existsIn(v, inObject(path, k), callback)
      or sizeOf((k.@ default {}) filterObject ((av, ak) -> callback(av, inAttribute(inObject(path, k), ak)))) > 0)) > 0
    case a is Array -> sizeOf(a filter ((item, i) -> existsIn(item, inArray(path, i), callback))) > 0
    else -> false
  })
