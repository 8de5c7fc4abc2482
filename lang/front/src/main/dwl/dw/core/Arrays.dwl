%dw 2.0

/** Two values that belong together. */
type Pair<L, R> = {l: L, r: R}

/**
 * How many items fulfil the condition.
 *
 *     [[1, 2, 3, 4] countBy isEven($), [] countBy true, null countBy true]
 *     => [2, 0, null]
 */
fun countBy<T>(array: Array<T>, matchingFunction: (T) -> Boolean): Number =
  sizeOf(array filter ((item) -> matchingFunction(item)))
@Since(version = "2.3.0")
fun countBy(array: Null, matchingFunction: (Nothing) -> Any): Null = null

/**
 * Arrays of so many items each, the last one with the rest.
 *
 *     [[1, 2, 3, 4, 5] divideBy 2, [1, 2] divideBy 5, [] divideBy 2, null divideBy 2]
 *     => [[[1, 2], [3, 4], [5]], [[1, 2]], [], null]
 *
 *     [1, 2] divideBy 0
 *     => error WRONG-ARGUMENT
 */
fun divideBy<T>(items: Array<T>, amount: Number): Array<Array<T>> = native("parts::divideArray")
@Since(version = "2.3.0")
fun divideBy(items: Null, amount: Any): Null = null

/**
 * The items without the first ones.
 *
 *     [drop(["a", "b", "c"], 2), drop(["a"], 0), drop(["a"], 5), drop(["a"], -1), drop(null, 1)]
 *     => [["c"], ["a"], [], ["a"], null]
 */
fun drop<T>(array: Array<T>, n: Number): Array<T> = slice(array, n, sizeOf(array))
@Since(version = "2.3.0")
fun drop(array: Null, n: Any): Null = null

/**
 * The items from the first one on that does not fulfil the condition.
 *
 *     [[0, 1, 3, 2, 1] dropWhile $ < 3, [0, 1] dropWhile true, [] dropWhile true, null dropWhile true]
 *     => [[3, 2, 1], [], [], null]
 */
@Since(version = "2.3.0")
fun dropWhile<T>(array: Array<T>, condition: (item: T) -> Boolean): Array<T> = do {
  var at = indexWhere(array, (item) -> !condition(item))
  ---
  if (at < 0) [] else slice(array, at, sizeOf(array))
}
@Since(version = "2.3.0")
fun dropWhile(array: Null, condition: (item: Nothing) -> Any): Null = null

/**
 * Whether all items fulfil the condition; those after the first that does not are not looked at. A constant in the place
 * of the condition is not fulfilled by an empty array.
 *
 *     [[1, 1] every $ == 1, [1, 2] every $ == 1, [] every $ == 1, [] every true, null every false]
 *     => [true, false, true, false, true]
 */
fun every<T>(list: Array<T>, condition: (T) -> Boolean): Boolean = native("arrays::every")
@Since(version = "2.3.0")
fun every(value: Null, condition: (Nothing) -> Any): Boolean = true

/**
 * The first item that fulfils the condition, null where none does.
 *
 *     [[3, 8, 9] firstWith $ > 4, ["a", "b"] firstWith $$ == 1, [3] firstWith $ > 4, null firstWith true]
 *     => [8, "b", null, null]
 */
@Since(version = "2.3.0")
fun firstWith<T>(array: Array<T>, condition: (item: T, index: Number) -> Boolean): T | Null = native("arrays::firstWith")
@Since(version = "2.3.0")
fun firstWith(array: Null, condition: (item: Nothing, index: Nothing) -> Any): Null = null

/**
 * The first place of an item, counted from 0; -1 where there is none.
 *
 *     [indexOf(["a", "b", "b"], "b"), indexOf(["a"], "x"), indexOf([], null)]
 *     => [1, -1, -1]
 */
@Since(version = "2.2.0")
fun indexOf<T>(array: Array<T>, toFind: T): Number = native("arrays::indexOf")

/**
 * The place of the first item that fulfils the condition; -1 where none does.
 *
 *     [["a", "b", "ba"] indexWhere ($ startsWith "b"), ["a"] indexWhere $ == "x", null indexWhere true]
 *     => [1, -1, null]
 */
fun indexWhere<T>(array: Array<T>, condition: (item: T) -> Boolean): Number = native("arrays::indexWhere")
@Since(version = "2.3.0")
fun indexWhere(array: Null, condition: (item: Nothing) -> Any): Null = null

/**
 * For each left item and each right item with the same criterion a pair of both, in the order of the left.
 *
 *     join([{id: 1}, {id: 2}], [{of: 2, n: "a"}, {of: 2, n: "b"}, {of: 3}], (left) -> left.id, (right) -> right.of)
 *     => [{l: {id: 2}, r: {of: 2, n: "a"}}, {l: {id: 2}, r: {of: 2, n: "b"}}]
 */
@Since(version = "2.2.0")
fun join<L <: Object, R <: Object>(left: Array<L>, right: Array<R>, leftCriteria: (leftValue: L) -> String, rightCriteria: (rightValue: R) -> String): Array<Pair<L, R>> =
  joinKeyed(left, right, leftCriteria, rightCriteria, "inner")

/**
 * As `join`, and the left items without a partner, alone.
 *
 *     leftJoin([{id: 1}, {id: 2}], [{of: 2}, {of: 3}], (left) -> left.id, (right) -> right.of)
 *     => [{l: {id: 1}}, {l: {id: 2}, r: {of: 2}}]
 */
@Since(version = "2.2.0")
fun leftJoin<L <: Object, R <: Object>(left: Array<L>, right: Array<R>, leftCriteria: (leftValue: L) -> String, rightCriteria: (rightValue: R) -> String): Array<{l: L, r?: R}> =
  joinKeyed(left, right, leftCriteria, rightCriteria, "left")

/**
 * As `leftJoin`, and behind them the right items without a partner.
 *
 *     outerJoin([{id: 1}, {id: 2}], [{of: 2}, {of: 3}], (left) -> left.id, (right) -> right.of)
 *     => [{l: {id: 1}}, {l: {id: 2}, r: {of: 2}}, {r: {of: 3}}]
 */
@Since(version = "2.2.0")
fun outerJoin<L <: Object, R <: Object>(left: Array<L>, right: Array<R>, leftCriteria: (leftValue: L) -> String, rightCriteria: (rightValue: R) -> String): Array<{l?: L, r?: R}> =
  joinKeyed(left, right, leftCriteria, rightCriteria, "outer")

@Internal(permits = ["dw::core"])
fun joinKeyed(left: Array, right: Array, leftCriteria: (Any) -> Any, rightCriteria: (Any) -> Any, kind: String): Array =
  native("arrays::joinKeyed")

/**
 * The items that fulfil the condition, and the others.
 *
 *     [0, 1, 2, 3] partition isEven($)
 *     => {success: [0, 2], failure: [1, 3]}
 *
 *     [[] partition true, null partition true]
 *     => [{success: [], failure: []}, null]
 */
@Since(version = "2.2.0")
fun partition<T>(array: Array<T>, condition: (item: T) -> Boolean): {success: Array<T>, failure: Array<T>} =
  native("parts::partition")
@Since(version = "2.3.0")
fun partition(array: Null, condition: (item: Nothing) -> Any): Null = null

/**
 * The items from one index up to, not including, another; there is no error where they lie outside.
 *
 *     [slice([0, 1, 2, 3], 1, 3), slice([0, 1], -5, 9), slice([0, 1], 1, 1), slice(null, 0, 1)]
 *     => [[1, 2], [0, 1], [], null]
 */
@Since(version = "2.2.0")
fun slice<T>(array: Array<T>, from: Number, until: Number): Array<T> = native("parts::slice")
@Since(version = "2.3.0")
fun slice(array: Null, from: Any, until: Any): Null = null

/**
 * Whether at least one item fulfils the condition; those after it are not looked at.
 *
 *     [[1, 2] some $ == 2, [1] some $ == 2, [] some true, null some true]
 *     => [true, false, false, false]
 */
fun some<T>(list: Array<T>, condition: (T) -> Boolean): Boolean = native("arrays::some")
@Since(version = "2.3.0")
fun some(list: Null, condition: (Nothing) -> Any): Boolean = false

/**
 * The first items, and the others.
 *
 *     [["a", "b", "c"] splitAt 1, ["a"] splitAt 9, null splitAt 1]
 *     => [{l: ["a"], r: ["b", "c"]}, {l: ["a"], r: []}, null]
 */
@Since(version = "2.2.0")
fun splitAt<T>(array: Array<T>, n: Number): Pair<Array<T>, Array<T>> = {l: take(array, n), r: drop(array, n)}
@Since(version = "2.3.0")
fun splitAt(array: Null, n: Any): Null = null

/**
 * The items before the first that fulfils the condition, and the others.
 *
 *     [["a", "b", "c"] splitWhere $ == "b", ["a"] splitWhere false, null splitWhere true]
 *     => [{l: ["a"], r: ["b", "c"]}, {l: ["a"], r: []}, null]
 */
@Since(version = "2.2.0")
fun splitWhere<T>(array: Array<T>, condition: (item: T) -> Boolean): Pair<Array<T>, Array<T>> = do {
  var at = indexWhere(array, condition)
  ---
  if (at < 0) {l: array, r: []} else splitAt(array, at)
}
@Since(version = "2.3.0")
fun splitWhere(array: Null, condition: (item: Nothing) -> Any): Null = null

/**
 * The sum of what the function gives for each item.
 *
 *     [[{a: 1}, {a: 2.5}] sumBy $.a, [] sumBy $.a, null sumBy $.a]
 *     => [3.5, 0, null]
 */
fun sumBy<T>(array: Array<T>, numberSelector: (T) -> Number): Number = sum(array map ((item) -> numberSelector(item)))
@Since(version = "2.3.0")
fun sumBy(array: Null, numberSelector: (Nothing) -> Any): Null = null

/**
 * The first items.
 *
 *     [take(["a", "b", "c"], 2), take(["a"], 5), take(["a"], -1), take(null, 1)]
 *     => [["a", "b"], ["a"], [], null]
 */
@Since(version = "2.2.0")
fun take<T>(array: Array<T>, n: Number): Array<T> = slice(array, 0, n)
@Since(version = "2.3.0")
fun take(array: Null, n: Any): Null = null

/**
 * The items before the first that does not fulfil the condition.
 *
 *     [[0, 1, 2, 1] takeWhile $ <= 1, [0, 1] takeWhile true, null takeWhile true]
 *     => [[0, 1], [0, 1], null]
 */
@Since(version = "2.2.0")
fun takeWhile<T>(array: Array<T>, condition: (item: T) -> Boolean): Array<T> = do {
  var at = indexWhere(array, (item) -> !condition(item))
  ---
  if (at < 0) array else slice(array, 0, at)
}
@Since(version = "2.3.0")
fun takeWhile(array: Null, condition: (item: Nothing) -> Any): Null = null
