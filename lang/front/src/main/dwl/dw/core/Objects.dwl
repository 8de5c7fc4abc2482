%dw 2.0
import slice from dw::core::Arrays

/** Objects with so many pairs each. */
fun divideBy(items: Object, amount: Number): Array<Object> = do {
  var pairs = items pluck ((value, key) -> {(key): value})
  ---
  if (isEmpty(pairs)) [] else (0 to ceil(sizeOf(pairs) / amount) - 1) map ((i) -> fromPairs(slice(pairs, i * amount, (i + 1) * amount)))
}

@Internal(permits = ["dw::core"])
fun fromPairs(pairs: Array): Object = native("objects::fromPairs")

/** Key, value and attributes of each pair. */
fun entrySet(obj: Object): Array<Object> = entriesOf(obj)

/** Whether all pairs fulfil the condition. */
fun everyEntry(object: Object, condition: (value: Any, key: Key) -> Boolean): Boolean =
  isEmpty(object filterObject ((value, key) -> !condition(value, key)))
fun everyEntry(list: Null, condition: (Nothing, Nothing) -> Boolean): Boolean = true

/** The keys, with namespaces and attributes. */
fun keySet(obj: Object): Array<Key> = keysOf(obj)

/** The pairs of both; those of the target replace those of the source. */
fun mergeWith(source: Object, target: Object): Object = (source -- keysOf(target)) ++ target
fun mergeWith(a: Null, b: Object): Object = b
fun mergeWith(a: Object, b: Null): Object = a

/** The names of the keys. */
fun nameSet(obj: Object): Array<String> = namesOf(obj)

/** Whether a pair fulfils the condition. */
fun someEntry(obj: Object, condition: (value: Any, key: Key) -> Boolean): Boolean =
  !isEmpty(obj filterObject ((value, key) -> condition(value, key)))
fun someEntry(obj: Null, condition: (value: Nothing, key: Nothing) -> Boolean): Boolean = false

/** The pairs before the first that does not fulfil the condition. */
fun takeWhile(obj: Object, condition: (value: Any, key: Key) -> Boolean): Object =
  obj match {
    case {k: v ~ tail} -> if (condition(v, k)) {(k): v ~ takeWhile(tail, condition)} else {}
    else -> obj
  }

/** The values of the pairs. */
fun valueSet(obj: Object): Array<Any> = valuesOf(obj)
