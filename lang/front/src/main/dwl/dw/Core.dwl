%dw 2.0

ns xsi http://www.w3.org/2001/XMLSchema-instance

/** Where an annotation may stand: before functions, parameters, variables or imports. */
annotation AnnotationTarget(targets: Array<"Function" | "Parameter" | "Variable" | "Import">)

/** The function goes away one day; `replacement` says what to use. */
@AnnotationTarget(targets = ["Function"])
annotation Deprecated(since: String, replacement: String)

/** The parameter's type is looked at by tools only; calls do not check it in depth. */
@AnnotationTarget(targets = ["Parameter"])
annotation DesignOnlyType()

/** May change or go away with any release. */
annotation Experimental()

/** Of several overloads, the one whose description speaks for all. */
@AnnotationTarget(targets = ["Function"])
annotation GlobalDescription()

/** Makes another annotation wrap the functions that it marks. */
annotation Interceptor(interceptorFunction: String)

/** For the named modules only: `import *` leaves it out. */
annotation Internal(permits: Array<String>)

/** Words under which tools find the declaration. */
annotation Labels(labels: Array<String>)

/** The variable is computed when it is first used. */
@AnnotationTarget(targets = ["Variable"])
annotation Lazy()

/** The function runs only where the host grants a privilege. */
@AnnotationTarget(targets = ["Function"])
annotation RuntimePrivilege(requires: String)

/** The language level at which the declaration appeared. */
annotation Since(version: String)

/** The argument is gone through once from front to back, so that it need not fit into memory. */
@AnnotationTarget(targets = ["Parameter"])
annotation StreamCapable()

/** The function calls itself only as the last thing it does, so that it needs no stack. */
@AnnotationTarget(targets = ["Function", "Variable"])
annotation TailRec()

/** The script has no privileges but the listed ones. */
annotation UntrustedCode(privileges: Array<String>)

/** An object with values of one type under any keys. */
type Dictionary<T> = {_?: T}

/** Two values that belong together. */
@Since(version = "2.2.0")
type Pair<LEFT, RIGHT> = {l: LEFT, r: RIGHT}

/** What Java's NaN becomes: a null that remembers it. */
type NaN = Null {NaN: true}

/** How important a line of the log is. */
@Since(version = "2.10.0")
type LogLevel = "Debug" | "Info" | "Warn" | "Error"

/** Everything that has a text. */
@Since(version = "2.3.0")
type StringCoerceable = String | Boolean | Number | DateTime | LocalDateTime | Date | LocalTime | Time | TimeZone | Period | Key | Binary | Uri | Type<Any> | Regex | Namespace

/**
 * The number without its sign.
 *
 *     [abs(-2), abs(2.5), abs(0)]
 *     => [2, 2.5, 0]
 */
fun abs(number: Number): Number = native("numbers::abs")

/**
 * The arithmetic mean: the sum divided by the count, to 34 digits. Nothing has no mean: an empty array is an error.
 *
 *     [avg([1, 1000]), avg([1, 2, 2])]
 *     => [500.5, 1.666666666666666666666666666666667]
 *
 *     avg([])
 *     => error WRONG-ARGUMENT
 */
fun avg(values: Array<Number>): Number = native("arrays::avg")

/**
 * The smallest whole number that is not below the number.
 *
 *     [ceil(1.1), ceil(2), ceil(-1.9)]
 *     => [2, 2, -1]
 */
fun ceil(number: Number): Number = native("numbers::ceil")

/**
 * Whether the array has an item like the element (as `~=` compares), or the text has a part, or a part that a regular
 * expression matches. Null contains nothing.
 *
 *     [[1, 2] contains 2, [1, 2] contains "2", [] contains null]
 *     => [true, true, false]
 *
 *     ["main street" contains "street", "main street" contains /s\w+t/, "a" contains "A", "a" contains ""]
 *     => [true, true, false, true]
 *
 *     null contains 1
 *     => false
 */
fun contains<T>(@StreamCapable items: Array<T>, element: Any): Boolean = native("arrays::contains")
fun contains(text: String, toSearch: String): Boolean = native("searches::containsText")
fun contains(text: String, matcher: Regex): Boolean = native("searches::containsRegex")
@Since(version = "2.4.0")
fun contains(text: Null, matcher: Any): Boolean = false

/**
 * How many days lie between two dates; negative when the second is the earlier one.
 *
 *     [daysBetween("2016-10-01", "2016-10-11"), daysBetween(|2024-03-01|, |2024-02-28|)]
 *     => [10, -2]
 */
fun daysBetween(from: Date, to: Date): Number = native("dates::daysBetween")

/**
 * Of the items, or pairs, for which the criterion gives the same, only the first.
 *
 *     [0, 1, 2, 3, 3, 2, 1, 4] distinctBy $
 *     => [0, 1, 2, 3, 4]
 *
 *     [{id: 1, n: "a"}, {id: 1, n: "b"}, {id: "1", n: "c"}] distinctBy $.id
 *     => [{id: 1, n: "a"}, {id: "1", n: "c"}]
 *
 *     {a: "x", b: "x", c: "y"} distinctBy (value, key) -> value
 *     => {a: "x", c: "y"}
 */
fun distinctBy<T>(@StreamCapable items: Array<T>, criteria: (item: T, index: Number) -> Any): Array<T> =
  native("arrays::distinctBy")
fun distinctBy<K, V>(object: {(K)?: V}, criteria: (value: V, key: K) -> Any): Object = native("objects::distinctBy")
@Since(version = "2.4.0")
fun distinctBy(@StreamCapable items: Null, criteria: (item: Nothing, index: Nothing) -> Any): Null = null

/**
 * Whether the text ends with the suffix, letter by letter.
 *
 *     ["Mariano" endsWith "no", "Mariano" endsWith "NO", "Mariano" endsWith "", null endsWith "no"]
 *     => [true, false, true, false]
 */
fun endsWith(text: String, suffix: String): Boolean = native("strings::endsWith")
@Since(version = "2.4.0")
fun endsWith(text: Null, suffix: Any): Boolean = false

/**
 * Each pair as an object of its key, value and attributes.
 *
 *     entriesOf({a @(x: 1): true, b: 2})
 *     => [{key: "a" as Key, value: true, attributes: {x: 1}}, {key: "b" as Key, value: 2, attributes: {}}]
 *
 *     [entriesOf({}), entriesOf(null)]
 *     => [[], null]
 */
@Since(version = "2.3.0")
fun entriesOf<T <: Object>(obj: T): Array<{| key: Key, value: Any, attributes: Object |}> = native("objects::entries")
@Since(version = "2.4.0")
fun entriesOf(obj: Null): Null = null

/**
 * The items, or the characters of a text, for which the criterion is true.
 *
 *     [9, 2, 3, 4, 5] filter $ > 2
 *     => [9, 3, 4, 5]
 *
 *     ["a", "b", "c"] filter (item, index) -> index != 1
 *     => ["a", "c"]
 *
 *     ["hello world" filter $ != "o", null filter $ != 1]
 *     => ["hell wrld", null]
 */
fun filter<T>(@StreamCapable items: Array<T>, criteria: (item: T, index: Number) -> Boolean): Array<T> =
  native("arrays::filter")
@Since(version = "2.4.0")
fun filter(@StreamCapable text: String, criteria: (character: String, index: Number) -> Boolean): String =
  native("strings::filter")
fun filter(@StreamCapable value: Null, criteria: (item: Nothing, index: Nothing) -> Any): Null = null

/**
 * The pairs for which the criterion is true.
 *
 *     {a: 1, b: 2, c: 3} filterObject $ > 1
 *     => {b: 2, c: 3}
 *
 *     {a: 1, b: 2, c: 3} filterObject (value, key, index) -> key ~= "a" or index == 2
 *     => {a: 1, c: 3}
 *
 *     null filterObject true
 *     => null
 */
fun filterObject<K, V>(@StreamCapable value: {(K)?: V}, criteria: (value: V, key: K, index: Number) -> Boolean): {(K)?: V} =
  native("objects::filterObject")
fun filterObject(value: Null, criteria: (value: Nothing, key: Nothing, index: Nothing) -> Any): Null = null

/**
 * The places where an array has an item, or a text has a part; with a regular expression, for each match where it and
 * each of its groups begin (-1 for a group that took no part).
 *
 *     ["Bond", "James", "Bond"] find "Bond"
 *     => [0, 2]
 *
 *     ["banana" find "ana", "banana" find "x", null find "x"]
 *     => [[1, 3], [], []]
 *
 *     "I heart open" find /\w*e(a|n)\w?/
 *     => [[2, 4], [8, 11]]
 */
fun find<T>(@StreamCapable elements: Array<T>, elementToFind: Any): Array<Number> = native("arrays::find")
fun find(@StreamCapable text: String, matcher: Regex): Array<Array<Number>> = native("searches::findRegex")
fun find(@StreamCapable text: String, textToFind: String): Array<Number> = native("searches::findText")
fun find(@StreamCapable text: Null, textToFind: Any): Array<Nothing> = []

/**
 * What the mapper makes of each item, the arrays among it taken apart.
 *
 *     [[3, 5], [0.9, 5.5]] flatMap (value, index) -> value
 *     => [3, 5, 0.9, 5.5]
 *
 *     [1, 2] flatMap [$, [$]]
 *     => [1, [1], 2, [2]]
 *
 *     null flatMap $
 *     => null
 */
fun flatMap<T, R>(@StreamCapable items: Array<T>, mapper: (item: T, index: Number) -> Array<R>): Array<R> =
  native("arrays::flatMap")
@Since(version = "2.4.0")
fun flatMap<T, R>(@StreamCapable value: Null, mapper: (item: Nothing, index: Nothing) -> Any): Null = null

/**
 * The items of the arrays among the items, one level deep; what is no array stays.
 *
 *     flatten([[1, 2], 3, [[4]], [], null])
 *     => [1, 2, 3, [4], null]
 *
 *     [flatten([]), flatten(null)]
 *     => [[], null]
 */
fun flatten<T, Q>(@StreamCapable items: Array<Array<T> | Q>): Array<T | Q> = native("arrays::flatten")
@Since(version = "2.4.0")
fun flatten(@StreamCapable value: Null): Null = null

/**
 * The greatest whole number that is not above the number.
 *
 *     [floor(1.9), floor(2), floor(-1.1)]
 *     => [1, 2, -2]
 */
fun floor(number: Number): Number = native("numbers::floor")

/**
 * An object with one key for each result of the criterion, in the order of their first appearance; under it the items
 * (as an array), the pairs (as an object) or the characters (as a text) that gave it.
 *
 *     ["bob", "ann", "bea"] groupBy $[0]
 *     => {b: ["bob", "bea"], a: ["ann"]}
 *
 *     {a: 1, b: 2, c: 3} groupBy (value, key) -> isEven(value)
 *     => {"false": {a: 1, c: 3}, "true": {b: 2}}
 *
 *     ["hello" groupBy ($ == "l"), [] groupBy $, null groupBy $]
 *     => [{"false": "heo", "true": "ll"}, {}, null]
 */
fun groupBy<T, R>(items: Array<T>, criteria: (item: T, index: Number) -> R): {| (R): Array<T> |} = native("arrays::groupBy")
@Since(version = "2.4.0")
fun groupBy<R>(text: String, criteria: (character: String, index: Number) -> R): {| (R): String |} = native("strings::groupBy")
fun groupBy<K, V, R>(object: {(K)?: V}, criteria: (value: V, key: K) -> R): {(R): {(K)?: V}} = native("objects::groupBy")
fun groupBy(value: Null, criteria: (Nothing, Nothing) -> Any): Null = null

/**
 * The first place of an item or of a part, counted from 0; -1 where there is none.
 *
 *     [["a", "b", "c", "b"] indexOf "b", ["a"] indexOf "c", "abcb" indexOf "cb", null indexOf "a"]
 *     => [1, -1, 2, -1]
 */
@Since(version = "2.4.0")
fun indexOf(array: Array, value: Any): Number = native("arrays::indexOf")
@Since(version = "2.4.0")
fun indexOf(theString: String, search: String): Number = native("searches::indexOf")
@Since(version = "2.4.0")
fun indexOf(array: Null, value: Any): Number = -1

/**
 * Whether there is nothing to read: null, the empty text, or only white space.
 *
 *     [isBlank(null), isBlank(""), isBlank(" \t\n"), isBlank(" a ")]
 *     => [true, true, true, false]
 */
fun isBlank(text: String | Null): Boolean = native("strings::isBlank")

/**
 * Whether the number has a fraction other than zero.
 *
 *     [isDecimal(1.1), isDecimal(1), isDecimal(1.0)]
 *     => [true, false, false]
 */
fun isDecimal(number: Number): Boolean = native("numbers::isDecimal")

/**
 * Whether there is nothing inside: no item, no character, no pair; null too.
 *
 *     [isEmpty([]), isEmpty(""), isEmpty({}), isEmpty(null)]
 *     => [true, true, true, true]
 *
 *     [isEmpty([null]), isEmpty(" "), isEmpty({a: null})]
 *     => [false, false, false]
 */
fun isEmpty(elements: Array<Any>): Boolean = native("arrays::isEmpty")
fun isEmpty(value: String): Boolean = native("strings::isEmpty")
fun isEmpty(value: Object): Boolean = native("objects::isEmpty")
@Since(version = "2.4.0")
fun isEmpty(value: Null): true = true

/**
 * Whether two divides the number without a rest.
 *
 *     [isEven(0), isEven(-2), isEven(3), isEven(2.5)]
 *     => [true, true, false, false]
 */
fun isEven(number: Number): Boolean = native("numbers::isEven")

/**
 * Whether the number has no fraction other than zero.
 *
 *     [isInteger(1), isInteger(2.0), isInteger(2.2)]
 *     => [true, true, false]
 */
fun isInteger(number: Number): Boolean = native("numbers::isInteger")

/**
 * Whether the date lies in a year with a 29th of February.
 *
 *     [isLeapYear(|2016-10-01|), isLeapYear(|1900-01-01|), isLeapYear(|2000-01-01T00:00:00|)]
 *     => [true, false, true]
 */
fun isLeapYear(dateTime: DateTime): Boolean = native("dates::isLeapYear")
fun isLeapYear(date: Date): Boolean = native("dates::isLeapYear")
fun isLeapYear(datetime: LocalDateTime): Boolean = native("dates::isLeapYear")

/**
 * Whether a division by two leaves a rest.
 *
 *     [isOdd(1), isOdd(-3), isOdd(2), isOdd(2.5)]
 *     => [true, true, false, true]
 */
fun isOdd(number: Number): Boolean = native("numbers::isOdd")

/**
 * The texts of the items, one behind the other with the separator between them.
 *
 *     [["a", "b", "c"] joinBy "-", [1, 2.50, true, |2020-01-01|] joinBy ", ", [] joinBy ","]
 *     => ["a-b-c", "1, 2.5, true, 2020-01-01", ""]
 *
 *     null joinBy ","
 *     => null
 *
 *     ["a", null] joinBy ","
 *     => error CANNOT-COERCE
 */
fun joinBy(elements: Array<StringCoerceable>, separator: String): String = native("arrays::joinBy")
@Since(version = "2.4.0")
fun joinBy(n: Null, separator: Any): Null = null

/**
 * The keys in their order, with namespaces and attributes, repeated ones each time.
 *
 *     keysOf({a: true, b: 1, a: 2}) map ($ as String)
 *     => ["a", "b", "a"]
 *
 *     [keysOf({a @(x: 1): 2})[0].@x, keysOf(null)]
 *     => [1, null]
 */
@Since(version = "2.3.0")
fun keysOf<K, V>(obj: {(K)?: V}): Array<K> = native("objects::keys")
@Since(version = "2.4.0")
fun keysOf(obj: Null): Null = null

/**
 * The last place of an item or of a part, counted from 0; -1 where there is none.
 *
 *     [["a", "b", "c", "b"] lastIndexOf "b", "abcb" lastIndexOf "b", "abc" lastIndexOf "x", null lastIndexOf "a"]
 *     => [3, 3, -1, -1]
 */
@Since(version = "2.4.0")
fun lastIndexOf(array: Array, value: Any): Number = native("arrays::lastIndexOf")
@Since(version = "2.4.0")
fun lastIndexOf(array: String, value: String): Number = native("searches::lastIndexOf")
@Since(version = "2.4.0")
fun lastIndexOf(array: Null, value: Any): Number = -1

/**
 * The value, unchanged; on the way it is written to the log, behind the prefix and a dash.
 *
 *     log("user", {name: "Tomo", id: 1}).name
 *     => "Tomo"
 *
 *     log([1, 2])
 *     => [1, 2]
 */
fun log<T>(prefix: String = "", value: T): T = native("documents::log")

/**
 * As `log`, with the level Debug.
 *
 *     logDebug("value", 1)
 *     => 1
 */
@Since(version = "2.10.0")
fun logDebug<T>(prefix: String = "", value: T): T = native("documents::logDebug")

/**
 * As `log`, with the level Info.
 *
 *     logInfo(null)
 *     => null
 */
@Since(version = "2.10.0")
fun logInfo<T>(prefix: String = "", value: T): T = native("documents::logInfo")

/**
 * As `log`, with the level Warn.
 *
 *     logWarn("value", {a: 1})
 *     => {a: 1}
 */
@Since(version = "2.10.0")
fun logWarn<T>(prefix: String = "", value: T): T = native("documents::logWarn")

/**
 * As `log`, with the level Error.
 *
 *     logError("value", "x")
 *     => "x"
 */
@Since(version = "2.10.0")
fun logError<T>(prefix: String = "", value: T): T = native("documents::logError")

/**
 * As `log`, with a level, with which the line starts; the prefix may be empty.
 *
 *     logWith("Warn", "stock", 3)
 *     => 3
 *
 *     logWith("Loud", "stock", 3)
 *     => error WRONG-ARGUMENTS
 */
@Since(version = "2.10.0")
fun logWith<T>(level: LogLevel, prefix: String, value: T): T = native("documents::logWith")

/**
 * The text in lower case.
 *
 *     [lower("Hello WORLD 1"), lower(""), lower(null)]
 *     => ["hello world 1", "", null]
 */
fun lower(text: String): String = native("strings::lower")
fun lower(value: Null): Null = null

/**
 * What the mapper makes of each item, in the same order. `$` is the item, `$$` its index.
 *
 *     ["jose", "pedro"] map (item, index) -> index ++ "_" ++ item
 *     => ["0_jose", "1_pedro"]
 *
 *     [1, 2] map $ * $$
 *     => [0, 2]
 *
 *     [[] map $, null map $]
 *     => [[], null]
 */
fun map<T, R>(@StreamCapable items: Array<T>, mapper: (item: T, index: Number) -> R): Array<R> = native("arrays::map")
fun map(@StreamCapable value: Null, mapper: (item: Nothing, index: Nothing) -> Any): Null = null

/**
 * One object of all pairs that the mapper gives for each pair; it may give several or none. `$` is the value, `$$` the
 * key, `$$$` the index.
 *
 *     {a: 1, b: 2} mapObject (value, key, index) -> {(upper(key)): value * 10, "at$(index)": value}
 *     => {A: 10, at0: 1, B: 20, at1: 2}
 *
 *     {a: 1, b: 2} mapObject (if ($ > 1) {($$): $$$} else {})
 *     => {b: 1}
 *
 *     null mapObject $
 *     => null
 */
fun mapObject<K, V>(@StreamCapable object: {(K)?: V}, mapper: (value: V, key: K, index: Number) -> Object): Object =
  native("objects::mapObject")
fun mapObject(value: Null, mapper: (value: Nothing, key: Nothing, index: Nothing) -> Any): Null = null

/**
 * When the expression matches the whole text: the text and what each group matched, null for a group without part.
 * Otherwise an empty array.
 *
 *     "me@home.com" match /([a-z]*)@([a-z]*).com/
 *     => ["me@home.com", "me", "home"]
 *
 *     ["ac" match /(a)(b)?c/, "abcd" match /a(b)?c/, null match /a/]
 *     => [["ac", "a", null], [], null]
 */
fun match(text: String, matcher: Regex): Array<String> = native("searches::match")
@Since(version = "2.4.0")
fun match(text: Null, matcher: Any): Null = null

/**
 * Whether the expression matches the whole text.
 *
 *     ["admin123" matches /a.*\d+/, "admin123" matches /admin/, null matches /a/]
 *     => [true, false, false]
 */
fun matches(text: String, matcher: Regex): Boolean = native("searches::matches")
@Since(version = "2.4.0")
fun matches(text: Null, matcher: Any): Boolean = false

/**
 * The greatest item; null of an empty array. The items must be of one type.
 *
 *     [max([1, 2.5, -3]), max(["a", "B"]), max([|2020-01-01|, |2019-12-31|]), max([])]
 *     => [2.5, "a", |2020-01-01|, null]
 *
 *     max([1, "a"])
 *     => error WRONG-ARGUMENT
 */
fun max<T <: Comparable>(@StreamCapable values: Array<T>): T | Null = native("arrays::max")

/**
 * The item with the greatest criterion, the first of several; null of an empty array. The criteria must be of one type.
 *
 *     [{a: 1}, {a: 3, n: 1}, {a: 3, n: 2}] maxBy $.a
 *     => {a: 3, n: 1}
 *
 *     [[] maxBy $, null maxBy $]
 *     => [null, null]
 */
fun maxBy<T>(@StreamCapable array: Array<T>, criteria: (item: T) -> Comparable): T | Null = native("arrays::maxBy")
@Since(version = "2.4.0")
fun maxBy(array: Null, criteria: (item: Nothing) -> Any): Null = null

/**
 * The least item; null of an empty array. The items must be of one type.
 *
 *     [min([1, 2.5, -3]), min(["a", "B"]), min([])]
 *     => [-3, "B", null]
 *
 *     min([true, 1])
 *     => error WRONG-ARGUMENT
 */
fun min<T <: Comparable>(@StreamCapable values: Array<T>): T | Null = native("arrays::min")

/**
 * The item with the least criterion, the first of several; null of an empty array. The criteria must be of one type.
 *
 *     [{a: 1}, {a: 2}, {a: 3}] minBy $.a
 *     => {a: 1}
 *
 *     [[] minBy $, null minBy $]
 *     => [null, null]
 */
fun minBy<T>(@StreamCapable array: Array<T>, criteria: (item: T) -> Comparable): T | Null = native("arrays::minBy")
@Since(version = "2.4.0")
fun minBy(array: Null, criteria: (item: Nothing) -> Any): Null = null

/**
 * `--`: the array without the items of another, the object without the pairs of another or without the listed keys.
 *
 *     [1, 2, 2, 3, 4] -- [2, 4, 9]
 *     => [1, 3]
 *
 *     {a: 1, b: 2, b: 3, c: 4} -- ["b", "x"]
 *     => {a: 1, c: 4}
 *
 *     [{a: 1, b: 2} -- {a: 1, b: 3}, null -- ["a"]]
 *     => [{b: 2}, null]
 */
@Labels(labels = ["remove"])
fun minusminus<S>(source: Array<S>, toRemove: Array<Any>): Array<S> = native("arrays::remove")
fun minusminus<K, V>(source: {(K)?: V}, toRemove: Object): {(K)?: V} = native("objects::removePairs")
fun minusminus(source: Object, keys: Array<String>): Object = native("objects::removeKeys")
fun minusminus(source: Object, keys: Array<Key>): Object = native("objects::removeKeys")
@Since(version = "2.4.0")
fun minusminus(source: Null, keys: Any): Null = null

/**
 * What remains of a division; it has the sign of the dividend.
 *
 *     [3 mod 2, 4 mod 2, 2.2 mod 2, -3 mod 2]
 *     => [1, 0, 0.2, -1]
 *
 *     1 mod 0
 *     => error DIVISION-BY-ZERO
 */
fun mod(dividend: Number, divisor: Number): Number = native("numbers::mod")

/**
 * The names of the keys as texts, without namespaces and attributes.
 *
 *     [namesOf({a: true, b: 1, a: 2}), namesOf({}), namesOf(null)]
 *     => [["a", "b", "a"], [], null]
 */
@Since(version = "2.3.0")
fun namesOf(obj: Object): Array<String> = native("objects::names")
@Since(version = "2.4.0")
fun namesOf(obj: Null): Null = null

/**
 * Stands for the body of a library function that is written in Java; no script can call it.
 *
 *     native("system::exit")
 *     => error NO-NATIVE
 */
fun native(identifier: String): Nothing = native("runtime::native")

/**
 * This moment, in the zone of the machine.
 *
 *     [typeOf(now()), now().year >= 2026, now() >= |2026-01-01T00:00:00Z|]
 *     => [DateTime, true, true]
 */
fun now(): DateTime = native("dates::now")

/**
 * The result of the callback where there is null, otherwise the value itself.
 *
 *     [null onNull "nothing", 1 onNull "nothing", [] reduce ($$ ++ $) onNull () -> "empty"]
 *     => ["nothing", 1, "empty"]
 */
@Since(version = "2.4.0")
fun onNull<R>(previous: Null, callback: () -> R): R = callback()
@Since(version = "2.4.0")
fun onNull<T>(previous: T, callback: () -> Any): T = previous

/**
 * The items, or pairs, with rising criterion; those with the same keep their order, those with null come last. Criteria
 * of different types are brought to one: to numbers where one is a number, else to the type of the first.
 *
 *     [{n: "b", a: 2}, {n: "a", a: 3}, {n: "c", a: 2}] orderBy $.a
 *     => [{n: "b", a: 2}, {n: "c", a: 2}, {n: "a", a: 3}]
 *
 *     [[3, null, "10", 2] orderBy $, ["b", "A", "a"] orderBy $, [1, 3, 2] orderBy -$]
 *     => [[2, 3, "10", null], ["A", "a", "b"], [3, 2, 1]]
 *
 *     [{b: 1, a: 2} orderBy (value, key) -> key, null orderBy $]
 *     => [{a: 2, b: 1}, null]
 */
fun orderBy<K, V, R, O <: {(K)?: V}>(object: O, criteria: (value: V, key: K) -> R): O = native("objects::orderBy")
fun orderBy<T, R>(array: Array<T>, criteria: (item: T, index: Number) -> R): Array<T> = native("arrays::orderBy")
@Since(version = "2.4.0")
fun orderBy(value: Null, criteria: (item: Nothing, index: Nothing) -> Null): Null = null

/**
 * What the mapper makes of each pair, as an array. `$` is the value, `$$` the key, `$$$` the index.
 *
 *     {a: 1, b: 2} pluck (value, key, index) -> "$(index) $(key) $(value)"
 *     => ["0 a 1", "1 b 2"]
 *
 *     [{} pluck $, null pluck $]
 *     => [[], null]
 */
fun pluck<K, V, R>(@StreamCapable object: {(K)?: V}, mapper: (value: V, key: K, index: Number) -> R): Array<R> =
  native("objects::pluck")
fun pluck(value: Null, mapper: (value: Nothing, key: Nothing, index: Nothing) -> Any): Null = null

/**
 * `++`: one behind the other. Arrays and objects keep everything, also keys that are there already; what is neither, nor
 * a date, is joined as text. A date and a time make a date with time, a zone adds itself.
 *
 *     [[0, 1] ++ [1], {a: 1} ++ {a: 2}, "a" ++ 1 ++ true]
 *     => [[0, 1, 1], {a: 1, a: 2}, "a1true"]
 *
 *     [|2017-10-01| ++ |23:57:59|, |2017-10-01T23:57:59| ++ |-03:00|, |23:57:59| ++ |-03:00|, |-03:00| ++ |2017-10-01|]
 *     => [|2017-10-01T23:57:59|, |2017-10-01T23:57:59-03:00|, |23:57:59-03:00|, |2017-10-01T00:00:00-03:00|]
 *
 *     "a" ++ null
 *     => error WRONG-OPERANDS
 */
@Labels(labels = ["append", "concat"])
fun plusplus<S, T>(source: Array<S>, with: Array<T>): Array<S | T> = native("objects::add")
fun plusplus(source: String, with: String): String = native("strings::concat")
fun plusplus<T <: Object, Q <: Object>(source: T, with: Q): T & Q = native("objects::concat")
fun plusplus(date: Date, time: LocalTime): LocalDateTime = native("dates::join")
fun plusplus(time: LocalTime, date: Date): LocalDateTime = native("dates::join")
fun plusplus(date: Date, time: Time): DateTime = native("dates::join")
fun plusplus(time: Time, date: Date): DateTime = native("dates::join")
fun plusplus(date: Date, timezone: TimeZone): DateTime = native("dates::join")
fun plusplus(timezone: TimeZone, date: Date): DateTime = native("dates::join")
fun plusplus(dateTime: LocalDateTime, timezone: TimeZone): DateTime = native("dates::join")
fun plusplus(timezone: TimeZone, datetime: LocalDateTime): DateTime = native("dates::join")
fun plusplus(time: LocalTime, timezone: TimeZone): Time = native("dates::join")
fun plusplus(timezone: TimeZone, time: LocalTime): Time = native("dates::join")

/**
 * The base multiplied with itself so many times; exact for whole exponents up to 9999, as a Java double otherwise.
 *
 *     [2 pow 3, 1.5 pow 2, 2 pow -2, 9 pow 0.5, 2 pow 100]
 *     => [8, 2.25, 0.25, 3, 1267650600228229401496703205376]
 */
fun pow(base: Number, power: Number): Number = native("numbers::pow")

/**
 * A number from 0 up to, not including, 1, another with each call.
 *
 *     do { var n = random() --- n >= 0 and n < 1 }
 *     => true
 */
fun random(): Number = native("numbers::random")

/**
 * A whole number from 0 up to, not including, the bound, another with each call.
 *
 *     [randomInt(1), isInteger(randomInt(1000)), randomInt(10) < 10]
 *     => [0, true, true]
 */
fun randomInt(upperBound: Number): Number = native("numbers::randomInt")

/**
 * The value that a text, or binary, stands for in a format, with the reader properties of that format.
 *
 *     read('{"a": [1, true]}', "application/json").a
 *     => [1, true]
 *
 *     read("a;b", "application/csv", {separator: ";", header: false})[0]
 *     => {column_0: "a", column_1: "b"}
 */
fun read(stringToParse: String | Binary | Null, contentType: String = "application/dw", readerProperties: Object = {}): Any =
  native("documents::read")

/**
 * As `read`, with what stands at an address: `classpath://NAME` is a file of the application.
 *
 *     readUrl("classpath://nowhere.json", "application/json")
 *     => error NOT-FOUND
 */
@RuntimePrivilege(requires = "Resource")
fun readUrl(url: String, contentType: String = "application/dw", readerProperties: Object = {}): Any =
  native("documents::readUrl")

/**
 * One value of many: the callback gets each item and what it gave for the items before. With a default for that second
 * parameter the default is what it gets first; without one the first item is, and an empty array gives null. On a text
 * it goes through the characters. `$` is the item, `$$` what there is so far.
 *
 *     [2, 3, 4] reduce ($ + $$)
 *     => 9
 *
 *     [["a", "b"] reduce ((item, all = "z") -> all ++ item), [] reduce ((item, all = 5) -> all + item), [] reduce ($$ + $)]
 *     => ["zab", 5, null]
 *
 *     ["hello" reduce (item, all = "") -> item ++ all, null reduce ($$ + $)]
 *     => ["olleh", null]
 */
fun reduce<T>(@StreamCapable items: Array<T>, callback: (item: T, accumulator: T) -> T): T | Null = native("arrays::reduce")
fun reduce<T, A>(@StreamCapable items: Array<T>, callback: (item: T, accumulator: A) -> A): A = native("arrays::reduce")
@Since(version = "2.4.0")
fun reduce(@StreamCapable text: String, callback: (item: String, accumulator: String) -> String): String =
  native("strings::reduce")
@Since(version = "2.4.0")
fun reduce<A>(@StreamCapable text: String, callback: (item: String, accumulator: A) -> A): A = native("strings::reduce")
@Since(version = "2.4.0")
fun reduce<T, A>(@StreamCapable items: Null, callback: (item: T, accumulator: A) -> A): Null = null

/**
 * Asks for what is to be replaced; `with` says by what. The replacement of a match may be computed: `$` is the array of
 * the match and its groups, `$$` the index of the match. In a replacement text `$1` is the first group.
 *
 *     "123-456-7890" replace /\d{3}-/ with ""
 *     => "7890"
 *
 *     "a1b22" replace /(\d)(\d)?/ with ("<" ++ $[1] ++ $$ ++ ">")
 *     => "a<10>b<21>"
 *
 *     ["a.b.c" replace "." with "-", "abc" replace /x/ with "y", null replace "a" with "b"]
 *     => ["a-b-c", "abc", null]
 */
fun replace(text: String, matcher: Regex): ((Array<String>, Number) -> String) -> String = native("searches::replace")
fun replace(text: String, matcher: String): ((Array<String>, Number) -> String) -> String = native("searches::replace")
@Since(version = "2.4.0")
fun replace(text: Null, matcher: Any): ((Nothing, Nothing) -> Any) -> Null = (replacer) -> null

/**
 * The nearest whole number; from the middle away from zero.
 *
 *     [round(1.2), round(4.6), round(3.5), round(-2.5)]
 *     => [1, 5, 4, -3]
 */
fun round(number: Number): Number = native("numbers::round")

/**
 * Every match in the text, as an array of the match and what each group matched.
 *
 *     "ann@a.com,max@b.org" scan /([a-z]*)@([a-z]*)/
 *     => [["ann@a", "ann", "a"], ["max@b", "max", "b"]]
 *
 *     ["abc" scan /\d/, "a1" scan /\d(x)?/, null scan /a/]
 *     => [[], [["1", null]], null]
 */
fun scan(text: String, matcher: Regex): Array<Array<String>> = native("searches::scan")
@Since(version = "2.4.0")
fun scan(text: Null, matcher: Any): Null = null

/**
 * How many there are: items of an array, pairs of an object, bytes of a binary, characters of a text (as UTF-16 counts
 * them: those beyond the basic plane, such as most emoji, count twice). Null counts 0.
 *
 *     [sizeOf([1, [2, 3]]), sizeOf({a: 1, a: 2}), sizeOf("abc"), sizeOf("é" as Binary), sizeOf(null)]
 *     => [2, 2, 3, 2, 0]
 *
 *     [sizeOf([]), sizeOf(""), sizeOf({}), sizeOf(1 to 3000000000), sizeOf("😀")]
 *     => [0, 0, 0, 3000000000, 2]
 */
fun sizeOf(array: Array<Any>): Number = native("arrays::size")
fun sizeOf(object: Object): Number = native("objects::size")
fun sizeOf(binary: Binary): Number = native("binaries::size")
fun sizeOf(text: String): Number = native("strings::size")
@Since(version = "2.4.0")
fun sizeOf(n: Null): Number = 0

/**
 * The parts of a text between the separators. A regular expression drops empty parts at the end, a text keeps them; the
 * empty separator gives single characters.
 *
 *     "a-b--c-" splitBy "-"
 *     => ["a", "b", "", "c", ""]
 *
 *     "a1b22c33" splitBy /\d/
 *     => ["a", "b", "", "c"]
 *
 *     ["abc" splitBy "", "abc" splitBy ",", "" splitBy ",", null splitBy ","]
 *     => [["a", "b", "c"], ["abc"], [""], null]
 */
fun splitBy(text: String, regex: Regex): Array<String> = native("searches::splitRegex")
fun splitBy(text: String, separator: String): Array<String> = native("searches::splitText")
@Since(version = "2.4.0")
fun splitBy(text: Null, separator: Any): Null = null

/**
 * The square root, as a Java double; null of a negative number.
 *
 *     [sqrt(4), sqrt(2), sqrt(-1)]
 *     => [2, 1.4142135623730951, null]
 */
fun sqrt(number: Number): Number = native("numbers::sqrt")

/**
 * Whether the text starts with the prefix, letter by letter.
 *
 *     ["Mari" startsWith "Mar", "Mari" startsWith "mar", "Mari" startsWith "", null startsWith "Mar"]
 *     => [true, false, true, false]
 */
fun startsWith(text: String, prefix: String): Boolean = native("strings::startsWith")
@Since(version = "2.4.0")
fun startsWith(text: Null, prefix: Any): Boolean = false

/**
 * All numbers together; 0 of an empty array.
 *
 *     [sum([1, 2.5, -3]), sum([]), sum(["1", 2])]
 *     => [0.5, 0, 3]
 *
 *     sum([1, "x"])
 *     => error WRONG-OPERANDS
 */
fun sum(values: Array<Number>): Number = native("arrays::sum")

/**
 * What the callback makes of a value; null stays null.
 *
 *     ["a", "b"] reduce ($$ ++ $) then sizeOf($)
 *     => 2
 *
 *     [1 then ((n) -> n + 1), null then ((n) -> n + 1)]
 *     => [2, null]
 */
@Since(version = "2.4.0")
fun then(value: Null, callback: (previousResult: Nothing) -> Any): Null = null
@Since(version = "2.4.0")
fun then<T, R>(previous: T, callback: (result: T) -> R): R = callback(previous)

/**
 * The whole numbers from one to another, both included, downwards too. A range holds only its ends, however long it is;
 * as an index it selects a part, with negative numbers counted from the end.
 *
 *     [1 to 3, 3 to 1, 2 to 2]
 *     => [[1, 2, 3], [3, 2, 1], [2]]
 *
 *     [[10, 20, 30, 40][1 to 2], "hello"[-1 to 0], [1, 2][0 to 5]]
 *     => [[20, 30], "olleh", null]
 *
 *     [(1 to 3000000000)[-1], (1 to 3000000000)[4 to 6], sizeOf(-1 to -3000000000)]
 *     => [3000000000, [5, 6, 7], 3000000000]
 */
fun to(from: Number, to: Number): Range = native("arrays::to")

/**
 * The text without blanks and other white space at its ends.
 *
 *     [trim("  my text \n"), trim("   "), trim(null)]
 *     => ["my text", "", null]
 */
fun trim(text: String): String = native("strings::trim")
fun trim(value: Null): Null = null

/**
 * The type of a value.
 *
 *     [typeOf("a"), typeOf(1.5), typeOf(null), typeOf([1]), typeOf(1 to 2), typeOf({}), typeOf(|2020-01-01|)]
 *     => [String, Number, Null, Array, Range, Object, Date]
 *
 *     typeOf("a") == typeOf("b") and typeOf(1) as String == "Number"
 *     => true
 */
fun typeOf<T>(value: T): Type<T> = native("types::typeOf")

/**
 * The columns of rows: the opposite of `zip`. There are as many as the shortest row has items.
 *
 *     unzip([[0, "a"], [1, "b"], [2, "c"]])
 *     => [[0, 1, 2], ["a", "b", "c"]]
 *
 *     [unzip([[0, "a"], [1, "a", "x"], [2]]), unzip([])]
 *     => [[[0, 1, 2]], []]
 */
fun unzip<T>(items: Array<Array<T>>): Array<Array<T>> = native("arrays::unzip")

/**
 * The text in upper case.
 *
 *     [upper("Straße 1"), upper(""), upper(null)]
 *     => ["STRASSE 1", "", null]
 */
fun upper(text: String): String = native("strings::upper")
fun upper(value: Null): Null = null

/**
 * A new random identifier (UUID, version 4).
 *
 *     uuid() matches /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
 *     => true
 */
fun uuid(): String = native("strings::uuid")

/**
 * The values of the pairs in their order.
 *
 *     [valuesOf({a: true, b: 1, a: null}), valuesOf({}), valuesOf(null)]
 *     => [[true, 1, null], [], null]
 */
@Since(version = "2.3.0")
fun valuesOf<K, V>(obj: {(K)?: V}): Array<V> = native("objects::values")
@Since(version = "2.4.0")
fun valuesOf(obj: Null): Null = null

/**
 * The second half of `replace`, `mask` and the like: hands the replacement to what stands before it.
 *
 *     "abc123def" replace /[b13e]/ with "-"
 *     => "a-c-2-d-f"
 */
fun with<V, U, R, X>(toBeReplaced: ((V, U) -> R) -> X, replacer: (V, U) -> R): X = toBeReplaced(replacer)

/**
 * The value written in a format, with the writer properties of that format: a text, or a binary for binary formats.
 *
 *     write({a: [1, null]}, "application/json", {indent: false})
 *     => '{"a":[1,null]}'
 *
 *     write([{a: 1, b: "x y"}], "application/csv")
 *     => "a,b\n1,x y\n"
 */
fun write(value: Any, contentType: String = "application/dw", writerProperties: Object = {}): String | Binary =
  native("documents::write")

/**
 * The attribute that names the XML schema type of an element.
 *
 *     ns acme http://acme.com
 *     ---
 *     write({user @((xsiType("user", acme))): 1}, "application/xml") contains 'xsi:type="acme:user"'
 *     => true
 */
@Since(version = "2.2.2")
fun xsiType(name: String, namespace: Namespace): Object = native("documents::xsiType")

/**
 * Pairs of the items at the same places, as many as the shorter array has.
 *
 *     [[0, 1] zip ["a", "b"], [0, 1, 2] zip ["a"], [] zip [1]]
 *     => [[[0, "a"], [1, "b"]], [[0, "a"]], []]
 */
fun zip<T, R>(left: Array<T>, right: Array<R>): Array<Array<T | R>> = native("arrays::zip")

/**
 * What a compatibility flag says: scripts run with one language level (2.9) here, and the flags have its values.
 *
 *     evaluateCompatibilityFlag("com.mulesoft.dw.valueSelector.selectsAlwaysFirst")
 *     => false
 *
 *     evaluateCompatibilityFlag("com.mulesoft.dw.xml_reader.honourMixedContentStructure")
 *     => true
 */
@Since(version = "2.5.0")
fun evaluateCompatibilityFlag(flag: String): Boolean = flag match {
    case "com.mulesoft.dw.defaultOperator.disableExceptionHandling" -> true
    case "com.mulesoft.dw.javaSqlDateToDate" -> true
    case "com.mulesoft.dw.stripTrailingZeroes" -> true
    case "com.mulesoft.dw.xml_reader.honourMixedContentStructure" -> true
    else -> false
}
