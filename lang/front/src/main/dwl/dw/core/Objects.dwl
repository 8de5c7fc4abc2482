%dw 2.0

/**
 * Objects of so many pairs each, the last one with the rest.
 *
 *     {a: 1, b: 2, a: 3} divideBy 2
 *     => [{a: 1, b: 2}, {a: 3}]
 *
 *     {} divideBy 2
 *     => []
 *
 *     {a: 1} divideBy -1
 *     => error WRONG-ARGUMENT
 */
fun divideBy(items: Object, amount: Number): Array<Object> = native("parts::divideObject")

/**
 * Each pair as an object of its key, value and attributes. The same as `entriesOf`.
 *
 *     entrySet({a @(x: 1): true})
 *     => [{key: "a" as Key, value: true, attributes: {x: 1}}]
 */
fun entrySet<T <: Object>(obj: T): Array<{| key: Key, value: Any, attributes: Object |}> = entriesOf(obj)

/**
 * Whether all pairs fulfil the condition; those after the first that does not are not looked at.
 *
 *     [everyEntry({a: 1, b: 2}, (value, key) -> value > 0), {a: 1} everyEntry $ > 1, {} everyEntry false, null everyEntry false]
 *     => [true, false, true, true]
 */
@Since(version = "2.3.0")
fun everyEntry(object: Object, condition: (value: Any, key: Key) -> Boolean): Boolean = native("parts::everyEntry")
@Since(version = "2.3.0")
fun everyEntry(list: Null, condition: (Nothing, Nothing) -> Boolean): Boolean = true

/**
 * The keys in their order, with namespaces and attributes. The same as `keysOf`.
 *
 *     keySet({a: true, b @(x: 1): 1}) map {name: $ as String, x: $.@x}
 *     => [{name: "a", x: null}, {name: "b", x: 1}]
 */
fun keySet<K, V>(obj: {(K)?: V}): Array<K> = keysOf(obj)

/**
 * The pairs of both; those of the target stand in the place of all pairs of the source with the same key.
 *
 *     {a: true, b: 1} mergeWith {a: false, c: "x"}
 *     => {b: 1, a: false, c: "x"}
 *
 *     [null mergeWith {a: 1}, {a: 1} mergeWith null, {} mergeWith {}]
 *     => [{a: 1}, {a: 1}, {}]
 */
fun mergeWith<T <: Object, V <: Object>(source: T, target: V): ? = (source -- keysOf(target)) ++ target
fun mergeWith<T <: Object>(a: Null, b: T): T = b
fun mergeWith<T <: Object>(a: T, b: Null): T = a

/**
 * The names of the keys as texts. The same as `namesOf`.
 *
 *     nameSet({a: true, b: 1})
 *     => ["a", "b"]
 */
fun nameSet(obj: Object): Array<String> = namesOf(obj)

/**
 * Whether at least one pair fulfils the condition; those after it are not looked at.
 *
 *     [someEntry({a: 1, b: 2}, (value, key) -> value > 1), {a: 1} someEntry $ > 1, {} someEntry true, null someEntry true]
 *     => [true, false, false, false]
 */
@Since(version = "2.3.0")
fun someEntry(obj: Object, condition: (value: Any, key: Key) -> Boolean): Boolean = native("parts::someEntry")
@Since(version = "2.3.0")
fun someEntry(obj: Null, condition: (value: Nothing, key: Nothing) -> Boolean): Boolean = false

/**
 * The pairs before the first that does not fulfil the condition.
 *
 *     {a: 1, b: 2, c: 5, d: 1} takeWhile (value, key) -> value < 3
 *     => {a: 1, b: 2}
 *
 *     [{a: 1} takeWhile false, {} takeWhile true]
 *     => [{}, {}]
 */
@Since(version = "2.3.0")
fun takeWhile(obj: Object, condition: (value: Any, key: Key) -> Boolean): Object = native("parts::takePairsWhile")

/**
 * The values of the pairs in their order. The same as `valuesOf`.
 *
 *     valueSet({a: true, b: 1, a: null})
 *     => [true, 1, null]
 */
fun valueSet<K, V>(obj: {(K)?: V}): Array<V> = valuesOf(obj)
