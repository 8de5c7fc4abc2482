%dw 2.0

type Pair<L, R> = {l: L, r: R}

/** How many items fulfil the condition. */
fun countBy<T>(array: Array<T>, matchingFunction: (T) -> Boolean): Number = sizeOf(array filter ((item) -> matchingFunction(item)))
fun countBy(array: Null, matchingFunction: (Nothing) -> Any): Null = null

/** Parts of a size. */
fun divideBy<T>(items: Array<T>, amount: Number): Array<Array<T>> =
  if (isEmpty(items)) [] else (0 to ceil(sizeOf(items) / amount) - 1) map ((i) -> slice(items, i * amount, (i + 1) * amount))
fun divideBy(items: Null, amount: Any): Null = null

/** The items without the first ones. */
fun drop<T>(array: Array<T>, n: Number): Array<T> = slice(array, n, sizeOf(array))
fun drop(array: Null, n: Any): Null = null

/** The items from the first that does not fulfil the condition. */
fun dropWhile<T>(array: Array<T>, condition: (item: T) -> Boolean): Array<T> = do {
  var at = indexWhere(array, (item) -> !condition(item))
  ---
  if (at < 0) [] else slice(array, at, sizeOf(array))
}
fun dropWhile(array: Null, condition: (item: Nothing) -> Any): Null = null

/** Whether all items fulfil the condition. */
fun every<T>(list: Array<T>, condition: (T) -> Boolean): Boolean = native("arrays::every")
fun every(value: Null, condition: (Nothing) -> Any): Boolean = true

/** The first item that fulfils the condition. */
fun firstWith<T>(array: Array<T>, condition: (item: T, index: Number) -> Boolean): T | Null = native("arrays::firstWith")
fun firstWith(array: Null, condition: (item: Nothing, index: Nothing) -> Any): Null = null

/** The first place of an item, -1 where there is none. */
fun indexOf<T>(array: Array<T>, toFind: T): Number = native("arrays::indexOf")

/** The place of the first item that fulfils the condition, -1 where there is none. */
fun indexWhere<T>(array: Array<T>, condition: (item: T) -> Boolean): Number = native("arrays::indexWhere")
fun indexWhere(array: Null, condition: (item: Nothing) -> Any): Null = null

/** Pairs of items with the same key. */
fun join(left: Array, right: Array, leftCriteria: (leftValue: Any) -> Any, rightCriteria: (rightValue: Any) -> Any): Array =
  joinKeyed(left, right, leftCriteria, rightCriteria, "inner")

/** Pairs of items with the same key, and the left items without a partner. */
fun leftJoin(left: Array, right: Array, leftCriteria: (leftValue: Any) -> Any, rightCriteria: (rightValue: Any) -> Any): Array =
  joinKeyed(left, right, leftCriteria, rightCriteria, "left")

/** Pairs of items with the same key, and all items without a partner. */
fun outerJoin(left: Array, right: Array, leftCriteria: (leftValue: Any) -> Any, rightCriteria: (rightValue: Any) -> Any): Array =
  joinKeyed(left, right, leftCriteria, rightCriteria, "outer")

@Internal(permits = ["dw::core"])
fun joinKeyed(left: Array, right: Array, leftCriteria: (Any) -> Any, rightCriteria: (Any) -> Any, kind: String): Array = native("arrays::joinKeyed")

/** The items that fulfil the condition, and the others. */
fun partition<T>(array: Array<T>, condition: (item: T) -> Boolean): {success: Array<T>, failure: Array<T>} =
  {success: array filter ((item) -> condition(item)), failure: array filter ((item) -> !condition(item))}
fun partition(array: Null, condition: (item: Nothing) -> Any): Null = null

/** The items from one place up to, not including, another. */
fun slice<T>(array: Array<T>, from: Number, until: Number): Array<T> = native("arrays::slice")
fun slice(array: Null, from: Any, until: Any): Null = null

/** Whether an item fulfils the condition. */
fun some<T>(list: Array<T>, condition: (T) -> Boolean): Boolean = native("arrays::some")
fun some(list: Null, condition: (Nothing) -> Any): Boolean = false

/** The items before a place, and the others. */
fun splitAt<T>(array: Array<T>, n: Number): Pair<Array<T>, Array<T>> = {l: take(array, n), r: drop(array, n)}
fun splitAt(array: Null, n: Any): Null = null

/** The items before the first that fulfils the condition, and the others. */
fun splitWhere<T>(array: Array<T>, condition: (item: T) -> Boolean): Pair<Array<T>, Array<T>> = do {
  var at = indexWhere(array, condition)
  ---
  if (at < 0) {l: array, r: []} else splitAt(array, at)
}
fun splitWhere(array: Null, condition: (item: Nothing) -> Any): Null = null

/** The sum of the numbers that the items have. */
fun sumBy<T>(array: Array<T>, numberSelector: (T) -> Number): Number = sum(array map ((item) -> numberSelector(item)))
fun sumBy(array: Null, numberSelector: (Nothing) -> Any): Null = null

/** The first items. */
fun take<T>(array: Array<T>, n: Number): Array<T> = slice(array, 0, n)
fun take(array: Null, n: Any): Null = null

/** The items before the first that does not fulfil the condition. */
fun takeWhile<T>(array: Array<T>, condition: (item: T) -> Boolean): Array<T> = do {
  var at = indexWhere(array, (item) -> !condition(item))
  ---
  if (at < 0) array else slice(array, 0, at)
}
fun takeWhile(array: Null, condition: (item: Nothing) -> Any): Null = null
