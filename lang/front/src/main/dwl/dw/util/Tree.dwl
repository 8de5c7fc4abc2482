%dw 2.0

/** One step of a path: into a field of an object, an attribute of its key, or an item of an array. */
type PathElement = {|kind: "Object" | "Attribute" | "Array", selector: String | Number, namespace: Namespace | Null|}

/** The steps from a value down to a part of it. */
type Path = Array<PathElement>

/** Kind of a step into an array. */
var ARRAY_TYPE: "Array" = "Array"

/** Kind of a step into an object. */
var OBJECT_TYPE: "Object" = "Object"

/** Kind of a step to an attribute. */
var ATTRIBUTE_TYPE: "Attribute" = "Attribute"

/**
 * The path as selectors.
 *
 *     asExpressionString([
 *       {kind: OBJECT_TYPE, selector: "users", namespace: null},
 *       {kind: ARRAY_TYPE, selector: 0, namespace: null},
 *       {kind: ATTRIBUTE_TYPE, selector: "id", namespace: null}
 *     ])
 *     => ".users[0].@id"
 *
 *     asExpressionString([{kind: OBJECT_TYPE, selector: "first name", namespace: null}])
 *     => '."first name"'
 */
@Since(version = "2.2.2")
fun asExpressionString(path: Path): String = (path map ((element) -> asSelector(element))) joinBy ""

@Internal(permits = [])
fun asSelector(element: PathElement): String = do {
  var name = if (element.selector matches /[A-Za-z_][A-Za-z0-9_]*/) element.selector else '"' ++ element.selector ++ '"'
  var prefix = if (element.namespace == null) "" else (element.namespace.prefix default "") ++ "#"
  ---
  element.kind match {
    case "Array" -> "[" ++ element.selector ++ "]"
    case "Attribute" -> ".@" ++ prefix ++ name
    else -> "." ++ prefix ++ name
  }
}

/**
 * The value without those items of arrays that the criterion turns down; items that hold others stay.
 *
 *     {a: [1, "", {b: ""}, [2, ""]]} filterArrayLeafs ((value, path) -> value != "")
 *     => {a: [1, {b: ""}, [2]]}
 */
@Since(version = "2.4.0")
fun filterArrayLeafs(value: Any, criteria: (value: Any, path: Path) -> Boolean): Any =
  filterLeafs(value, [], (v, p) -> !isArrayType(p) or !isLeaf(v) or criteria(v, p))

/**
 * The value without those fields and attributes that the criterion turns down; fields that hold others stay.
 *
 *     {a: 1, b: null, c @(d: null): [{e: null}]} filterObjectLeafs ((value, path) -> value != null)
 *     => {a: 1, c: [{}]}
 */
@Since(version = "2.4.0")
fun filterObjectLeafs(value: Any, criteria: (value: Any, path: Path) -> Boolean): Any =
  filterLeafs(value, [], (v, p) -> isArrayType(p) or !isLeaf(v) or criteria(v, p))

/**
 * The value without the parts, small or large, that the criterion turns down.
 *
 *     {a: [], b: [1], c: {d: [], e: 2}} filterTree ((value, path) -> value != [])
 *     => {b: [1], c: {e: 2}}
 */
@Since(version = "2.4.0")
fun filterTree(value: Any, criteria: (value: Any, path: Path) -> Boolean): Any =
  if (criteria(value, [])) filterLeafs(value, [], criteria) else null

@Internal(permits = [])
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

/**
 * Whether a path ends at an item of an array.
 *
 *     isArrayType([{kind: OBJECT_TYPE, selector: "a", namespace: null}, {kind: ARRAY_TYPE, selector: 0, namespace: null}])
 *     => true
 *
 *     isArrayType([])
 *     => false
 */
@Since(version = "2.4.0")
fun isArrayType(path: Path): Boolean = endsIn(path, ARRAY_TYPE)

/**
 * Whether a path ends at an attribute.
 *
 *     isAttributeType([{kind: ATTRIBUTE_TYPE, selector: "id", namespace: null}])
 *     => true
 */
@Since(version = "2.4.0")
fun isAttributeType(path: Path): Boolean = endsIn(path, ATTRIBUTE_TYPE)

/**
 * Whether a path ends at a field of an object.
 *
 *     isObjectType([{kind: OBJECT_TYPE, selector: "a", namespace: null}])
 *     => true
 */
@Since(version = "2.4.0")
fun isObjectType(path: Path): Boolean = endsIn(path, OBJECT_TYPE)

/**
 * The value with what the function makes of each part that holds no others.
 *
 *     {a @(x: "q"): "r", b: ["s", 1]} mapLeafValues ((value, path) -> value match { case s is String -> upper(s) else -> value })
 *     => {a @(x: "Q"): "R", b: ["S", 1]}
 *
 *     {a: [1, 2]} mapLeafValues ((value, path) -> asExpressionString(path))
 *     => {a: [".a[0]", ".a[1]"]}
 */
@Since(version = "2.2.2")
fun mapLeafValues(value: Any, callback: (value: Any, path: Path) -> Any): Any = mapLeafs(value, [], callback)

@Internal(permits = [])
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

/**
 * Whether the condition holds for any part.
 *
 *     {a: [{b: 1}, {b: 2}]} nodeExists ((value, path) -> value == 2)
 *     => true
 *
 *     {a @(id: 7): 1} nodeExists ((value, path) -> isAttributeType(path) and value == 7)
 *     => true
 */
@Since(version = "2.2.2")
fun nodeExists(value: Any, callback: (value: Any, path: Path) -> Boolean): Boolean = existsIn(value, [], callback)

@Internal(permits = [])
fun existsIn(value: Any, path: Array, callback: (Any, Any) -> Boolean): Boolean =
  callback(value, path) or (value match {
    case o is Object -> !isEmpty(o filterObject ((v, k) -> existsIn(v, inObject(path, k), callback)
      or !isEmpty((k.@ default {}) filterObject ((av, ak) -> callback(av, inAttribute(inObject(path, k), ak))))))
    case a is Array -> !isEmpty(a filter ((item, i) -> existsIn(item, inArray(path, i), callback)))
    else -> false
  })

@Internal(permits = [])
fun endsIn(path: Array, kind: String): Boolean = sizeOf(path) > 0 and path[-1].kind == kind
@Internal(permits = [])
fun isLeaf(value: Any): Boolean = !(value is Object or value is Array)
@Internal(permits = [])
fun inObject(path: Array, key: Key): Array = path << {kind: OBJECT_TYPE, selector: key as String, namespace: key.#}
@Internal(permits = [])
fun inAttribute(path: Array, key: Key): Array = path << {kind: ATTRIBUTE_TYPE, selector: key as String, namespace: key.#}
@Internal(permits = [])
fun inArray(path: Array, index: Number): Array = path << {kind: ARRAY_TYPE, selector: index, namespace: null}
