%dw 2.0
import ARRAY_TYPE, ATTRIBUTE_TYPE, OBJECT_TYPE, mapLeafValues from dw::util::Tree

type PathElement = dw::util::Tree::PathElement
type Path = dw::util::Tree::Path

/** Takes the function that makes new values of old ones, and gives the changed value. */
type UpdaterValueProvider<ReturnType> = (newValueProvider: (oldValue: Any, index: Number) -> Any) -> ReturnType

/**
 * Step to an attribute.
 *
 *     attr("id")
 *     => {kind: "Attribute", namespace: null, selector: "id"}
 *
 *     ns acme http://acme.example
 *     ---
 *     attr(acme, "id").namespace.uri
 *     => "http://acme.example"
 */
@Since(version = "2.2.2")
fun attr(namespace: Namespace | Null = null, name: String): PathElement = {kind: ATTRIBUTE_TYPE, namespace: namespace, selector: name}

/**
 * Step into a field of an object.
 *
 *     field("name")
 *     => {kind: "Object", namespace: null, selector: "name"}
 */
@Since(version = "2.2.2")
fun field(namespace: Namespace | Null = null, name: String): PathElement = {kind: OBJECT_TYPE, namespace: namespace, selector: name}

/**
 * Step to an item of an array.
 *
 *     index(2)
 *     => {kind: "Array", namespace: null, selector: 2}
 */
@Since(version = "2.2.2")
fun index(index: Number): PathElement = {kind: ARRAY_TYPE, namespace: null, selector: index}

/**
 * Replaces every value of a name or index, however deep it lies, that holds no others.
 *
 *     [{user: "ada", password: "x"}, {account: {password: "y"}}] mask "password" with "***"
 *     => [{user: "ada", password: "***"}, {account: {password: "***"}}]
 *
 *     [[1, 2], [3, 4]] mask 1 with $ * 10
 *     => [[1, 20], [3, 40]]
 *
 *     {a @(id: 1): "x"} mask attr("id") with 0
 *     => {a @(id: 0): "x"}
 */
@Since(version = "2.2.2")
fun mask(value: Null, fieldName: String | Number | PathElement): (newValueProvider: (oldValue: Any, path: Path) -> Any) -> Null =
  (provider) -> null
fun mask(value: Any, selector: PathElement): (newValueProvider: (oldValue: Any, path: Path) -> Any) -> Any =
  (provider) -> mapLeafValues(value, (leaf, path) -> if (isAt(path, selector)) provider(leaf, path) else leaf)
fun mask(value: Any, fieldName: String): (newValueProvider: (oldValue: Any, path: Path) -> Any) -> Any = mask(value, field(fieldName))
fun mask(value: Any, i: Number): (newValueProvider: (oldValue: Any, path: Path) -> Any) -> Any = mask(value, index(i))

@Internal(permits = [])
fun isAt(path: Array, selector: PathElement): Boolean =
  sizeOf(path) > 0
    and path[-1].kind == selector.kind
    and path[-1].selector ~= selector.selector
    and (selector.namespace == null or path[-1].namespace == selector.namespace)

/**
 * Replaces the value of a name, an index or a path; of all items where an array stands on the way of a name.
 *
 *     {name: "Ada", age: 36} update "name" with upper($)
 *     => {name: "ADA", age: 36}
 *
 *     {users: [{name: "a"}, {name: "b"}]} update ["users", index(-1), "name"] with "z"
 *     => {users: [{name: "a"}, {name: "z"}]}
 *
 *     [{role: "a"}, {role: "b"}] update "role" with "x"
 *     => [{role: "x"}, {role: "x"}]
 */
@Since(version = "2.2.2")
fun update(objectValue: Object, fieldName: String): UpdaterValueProvider<Object> = update(objectValue, [field(fieldName)])
fun update(objectValue: Object, fieldName: PathElement): UpdaterValueProvider<Object> = update(objectValue, [fieldName])
fun update(arrayValue: Array, indexToUpdate: Number): UpdaterValueProvider<Array> = update(arrayValue, [index(indexToUpdate)])
fun update(arrayValue: Array, indexToUpdate: String): UpdaterValueProvider<Array> = update(arrayValue, [field(indexToUpdate)])
fun update(arrayValue: Array, indexToUpdate: PathElement): UpdaterValueProvider<Array> = update(arrayValue, [indexToUpdate])
fun update(value: Array | Object | Null, path: Array<String | Number | PathElement>): UpdaterValueProvider<Array | Object | Null> =
  (provider) -> updateAt(value, path map elementOf($), provider, 0)
fun update(value: Null, toUpdate: Number | String | PathElement): UpdaterValueProvider<Null> = (provider) -> null

@Internal(permits = [])
fun elementOf(element: String): PathElement = field(element)
@Internal(permits = [])
fun elementOf(element: Number): PathElement = index(element)
@Internal(permits = [])
fun elementOf(element: PathElement): PathElement = element

@Internal(permits = [])
fun updateAt(value: Any, path: Array, provider: (Any, Any) -> Any, position: Number): Any =
  if (isEmpty(path)) provider(value, position)
  else do {
    var head = path[0]
    var tail = if (sizeOf(path) > 1) path[1 to -1] else []
    fun isNamed(key, element) = key ~= element.selector and (element.namespace == null or element.namespace == key.#)
    ---
    value match {
      case o is Object ->
        if (head.kind == ATTRIBUTE_TYPE) o
        else if (!isEmpty(tail) and tail[0].kind == ATTRIBUTE_TYPE)
          o mapObject ((v, k) ->
            if (isNamed(k, head))
              {(k) @(((k.@ default {}) mapObject ((av, ak, i) -> if (isNamed(ak, tail[0])) {(ak): provider(av, i)} else {(ak): av}))): v}
            else {(k): v})
        else o mapObject ((v, k, i) -> if (isNamed(k, head)) {(k): updateAt(v, tail, provider, i)} else {(k): v})
      case a is Array ->
        if (head.kind == ARRAY_TYPE)
          a map ((item, i) -> if (i == (if (head.selector < 0) sizeOf(a) + head.selector else head.selector)) updateAt(item, tail, provider, i) else item)
        else a map ((item) -> updateAt(item, path, provider, position))
      else -> value
    }
  }
