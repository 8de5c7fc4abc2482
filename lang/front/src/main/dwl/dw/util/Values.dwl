%dw 2.0
import * from dw::util::Tree

type PathElement = {|kind: String, selector: String | Number, namespace: Namespace | Null|}
type UpdaterValueProvider<T> = (newValueProvider: (oldValue: Any, index: Number) -> Any) -> T

/** Elements of paths. */
fun attr(namespace: Namespace | Null = null, name: String): PathElement = {kind: ATTRIBUTE_TYPE, namespace: namespace, selector: name}
fun field(namespace: Namespace | Null = null, name: String): PathElement = {kind: OBJECT_TYPE, namespace: namespace, selector: name}
fun index(index: Number): PathElement = {kind: ARRAY_TYPE, namespace: null, selector: index}

/** Replaces all values of a name or index, at every depth. */
fun mask(value: Null, fieldName: String | Number | PathElement): (newValueProvider: (oldValue: Any, path: Any) -> Any) -> Null = (provider) -> null
fun mask(value: Any, selector: PathElement): (newValueProvider: (oldValue: Any, path: Any) -> Any) -> Any =
  (provider) -> mapLeafValues(value, (leaf, path) ->
    if (sizeOf(path) > 0 and path[-1].kind == selector.kind and path[-1].selector ~= selector.selector) provider(leaf, path) else leaf)
fun mask(value: Any, fieldName: String): (newValueProvider: (oldValue: Any, path: Any) -> Any) -> Any = mask(value, field(fieldName))
fun mask(value: Any, i: Number): (newValueProvider: (oldValue: Any, path: Any) -> Any) -> Any = mask(value, index(i))

/** Replaces the value of a name, index or path. */
fun update(objectValue: Object, fieldName: String): UpdaterValueProvider<Object> = update(objectValue, [field(fieldName)])
fun update(objectValue: Object, fieldName: PathElement): UpdaterValueProvider<Object> = update(objectValue, [fieldName])
fun update(arrayValue: Array, indexToUpdate: Number): UpdaterValueProvider<Array> = update(arrayValue, [index(indexToUpdate)])
fun update(arrayValue: Array, indexToUpdate: String): UpdaterValueProvider<Array> = update(arrayValue, [field(indexToUpdate)])
fun update(arrayValue: Array, indexToUpdate: PathElement): UpdaterValueProvider<Array> = update(arrayValue, [indexToUpdate])
fun update(value: Array | Object | Null, path: Array<String | Number | PathElement>): UpdaterValueProvider<Array | Object | Null> =
  (provider) -> updateAt(value, path map elementOf($), provider, 0)
fun update(value: Null, toUpdate: Number | String | PathElement): UpdaterValueProvider<Null> = (provider) -> null

fun elementOf(element: String): PathElement = field(element)
fun elementOf(element: Number): PathElement = index(element)
fun elementOf(element: PathElement): PathElement = element

fun updateAt(value: Any, path: Array, provider: (Any, Any) -> Any, position: Number): Any =
  if (isEmpty(path)) provider(value, position)
  else do {
    var head = path[0]
    var tail = if (sizeOf(path) > 1) path[1 to -1] else []
    fun sameSpace(key) = head.namespace == null or head.namespace == key.#
    ---
    value match {
      case o is Object ->
        if (head.kind == ATTRIBUTE_TYPE) o
        else if (!isEmpty(tail) and tail[0].kind == ATTRIBUTE_TYPE)
          o mapObject ((v, k) ->
            if (k ~= head.selector and sameSpace(k))
              {(k) @(((k.@ default {}) mapObject ((av, ak) -> if (ak ~= tail[0].selector) {(ak): provider(av, 0)} else {(ak): av}))): v}
            else {(k): v})
        else o mapObject ((v, k, i) -> if (k ~= head.selector and sameSpace(k)) {(k): updateAt(v, tail, provider, i)} else {(k): v})
      case a is Array ->
        if (head.kind == ARRAY_TYPE)
          a map ((item, i) -> if (i == (if (head.selector < 0) sizeOf(a) + head.selector else head.selector)) updateAt(item, tail, provider, i) else item)
        else a map ((item) -> updateAt(item, path, provider, position))
      else -> value
    }
  }
