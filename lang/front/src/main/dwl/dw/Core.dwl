%dw 2.0

/** Elements of pairs. */
type Pair<L, R> = {l: L, r: R}
type NaN = Null
type StringCoerceable = String | Boolean | Number | Uri | Date | DateTime | LocalDateTime | LocalTime | Time | TimeZone | Period | Key | Regex | Type | Binary | Namespace

/** The absolute value. */
fun abs(number: Number): Number = native("numbers::abs")

/** The average of the numbers. */
fun avg(values: Array<Number>): Number = native("arrays::avg")

/** The next whole number upwards. */
fun ceil(number: Number): Number = native("numbers::ceil")

/** Whether the array has an equal item, or the text has a part. */
fun contains<T>(items: Array<T>, element: Any): Boolean = native("arrays::contains")
fun contains(text: String, toSearch: String): Boolean = native("searches::containsText")
fun contains(text: String, matcher: Regex): Boolean = native("searches::containsRegex")
fun contains(text: Null, matcher: Any): Boolean = false

/** Days from one date to another. */
fun daysBetween(from: Date, to: Date): Number = native("dates::daysBetween")

/** The items or pairs whose criterion was not seen before. */
fun distinctBy<T>(items: Array<T>, criteria: (item: T, index: Number) -> Any): Array<T> = native("arrays::distinctBy")
fun distinctBy(object: Object, criteria: (value: Any, key: Key) -> Any): Object = native("objects::distinctBy")
fun distinctBy(items: Null, criteria: (item: Nothing, index: Nothing) -> Any): Null = null

/** Whether the text ends with a suffix. */
fun endsWith(text: String, suffix: String): Boolean = native("strings::endsWith")
fun endsWith(text: Null, suffix: Any): Boolean = false

/** Key, value and attributes of each pair. */
fun entriesOf(obj: Object): Array<Object> = native("objects::entries")
fun entriesOf(obj: Null): Null = null

/** The items, or characters, that fulfil the criterion. */
fun filter<T>(items: Array<T>, criteria: (item: T, index: Number) -> Boolean): Array<T> = native("arrays::filter")
fun filter(text: String, criteria: (character: String, index: Number) -> Boolean): String = native("strings::filter")
fun filter(value: Null, criteria: (item: Nothing, index: Nothing) -> Any): Null = null

/** The pairs that fulfil the criterion. */
fun filterObject(value: Object, criteria: (value: Any, key: Key, index: Number) -> Boolean): Object = native("objects::filterObject")
fun filterObject(value: Null, criteria: (value: Nothing, key: Nothing, index: Nothing) -> Any): Null = null

/** The places of an item in an array, or of a part in a text. */
fun find<T>(elements: Array<T>, elementToFind: Any): Array<Number> = native("arrays::find")
fun find(text: String, matcher: Regex): Array<Array<Number>> = native("searches::findRegex")
fun find(text: String, textToFind: String): Array<Number> = native("searches::findText")
fun find(text: Null, textToFind: Any): Array<Nothing> = []

/** The results of the mapper, arrays among them taken apart. */
fun flatMap<T, R>(items: Array<T>, mapper: (item: T, index: Number) -> Array<R>): Array<R> = native("arrays::flatMap")
fun flatMap<T, R>(value: Null, mapper: (item: Nothing, index: Nothing) -> Any): Null = null

/** The items, arrays among them taken apart, one level deep. */
fun flatten(items: Array): Array = native("arrays::flatten")
fun flatten(value: Null): Null = null

/** The next whole number downwards. */
fun floor(number: Number): Number = native("numbers::floor")

/** Items, pairs or characters by the criterion they share. */
fun groupBy<T, R>(items: Array<T>, criteria: (item: T, index: Number) -> R): Object = native("arrays::groupBy")
fun groupBy<R>(text: String, criteria: (character: String, index: Number) -> R): Object = native("strings::groupBy")
fun groupBy<R>(object: Object, criteria: (value: Any, key: Key) -> R): Object = native("objects::groupBy")
fun groupBy(value: Null, criteria: (Nothing, Nothing) -> Any): Null = null

/** The first place of an item or part, -1 where there is none. */
fun indexOf(array: Array, value: Any): Number = native("arrays::indexOf")
fun indexOf(theString: String, search: String): Number = native("searches::indexOf")
fun indexOf(array: Null, value: Any): Number = -1

/** Whether the text is null, empty or only blanks. */
fun isBlank(text: String | Null): Boolean = native("strings::isBlank")

/** Whether the number has a fraction. */
fun isDecimal(number: Number): Boolean = native("numbers::isDecimal")

/** Whether nothing is in it. */
fun isEmpty(elements: Array<Any>): Boolean = native("arrays::isEmpty")
fun isEmpty(value: String): Boolean = native("strings::isEmpty")
fun isEmpty(value: Object): Boolean = native("objects::isEmpty")
fun isEmpty(value: Null): Boolean = true

/** Whether two divides the number. */
fun isEven(number: Number): Boolean = native("numbers::isEven")

/** Whether the number has no fraction. */
fun isInteger(number: Number): Boolean = native("numbers::isInteger")

/** Whether the year has 366 days. */
fun isLeapYear(dateTime: DateTime): Boolean = native("dates::isLeapYear")
fun isLeapYear(date: Date): Boolean = native("dates::isLeapYear")
fun isLeapYear(datetime: LocalDateTime): Boolean = native("dates::isLeapYear")

/** Whether two does not divide the number. */
fun isOdd(number: Number): Boolean = native("numbers::isOdd")

/** The items as one text. */
fun joinBy(elements: Array, separator: String): String = native("arrays::joinBy")
fun joinBy(n: Null, separator: Any): Null = null

/** The keys, with namespaces and attributes. */
fun keysOf(obj: Object): Array<Key> = native("objects::keys")
fun keysOf(obj: Null): Null = null

/** The last place of an item or part, -1 where there is none. */
fun lastIndexOf(array: Array, value: Any): Number = native("arrays::lastIndexOf")
fun lastIndexOf(array: String, value: String): Number = native("searches::lastIndexOf")
fun lastIndexOf(array: Null, value: Any): Number = -1

/** The value itself, which is also written to the log. */
fun log<T>(prefix: String = "", value: T): T = native("documents::log")
fun logDebug<T>(prefix: String = "", value: T): T = native("documents::log")
fun logInfo<T>(prefix: String = "", value: T): T = native("documents::log")
fun logWarn<T>(prefix: String = "", value: T): T = native("documents::log")
fun logError<T>(prefix: String = "", value: T): T = native("documents::log")

/** The text in lower case. */
fun lower(text: String): String = native("strings::lower")
fun lower(value: Null): Null = null

/** What the mapper makes of each item. */
fun map<T, R>(items: Array<T>, mapper: (item: T, index: Number) -> R): Array<R> = native("arrays::map")
fun map(value: Null, mapper: (item: Nothing, index: Nothing) -> Any): Null = null

/** The pairs that the mapper makes of each pair. */
fun mapObject(object: Object, mapper: (value: Any, key: Key, index: Number) -> Object): Object = native("objects::mapObject")
fun mapObject(value: Null, mapper: (value: Nothing, key: Nothing, index: Nothing) -> Any): Null = null

/** The text and its groups when the whole text matches. */
fun match(text: String, matcher: Regex): Array<String> = native("searches::match")
fun match(text: Null, matcher: Any): Null = null

/** Whether the whole text matches. */
fun matches(text: String, matcher: Regex): Boolean = native("searches::matches")
fun matches(text: Null, matcher: Any): Boolean = false

/** The greatest item, null of an empty array. */
fun max(values: Array): Any = native("arrays::max")
fun maxBy<T>(array: Array<T>, criteria: (item: T) -> Any): T | Null = native("arrays::maxBy")
fun maxBy(array: Null, criteria: (item: Nothing) -> Any): Null = null

/** The least item, null of an empty array. */
fun min(values: Array): Any = native("arrays::min")
fun minBy<T>(array: Array<T>, criteria: (item: T) -> Any): T | Null = native("arrays::minBy")
fun minBy(array: Null, criteria: (item: Nothing) -> Any): Null = null

/** The array or object without what the other lists. */
fun minusminus<S>(source: Array<S>, toRemove: Array<Any>): Array<S> = native("arrays::remove")
fun minusminus(source: Object, toRemove: Object): Object = native("objects::removePairs")
fun minusminus(source: Object, keys: Array): Object = native("objects::removeKeys")
fun minusminus(source: Null, keys: Any): Null = null

/** The remainder of a division. */
fun mod(dividend: Number, divisor: Number): Number = native("numbers::mod")

/** The names of the keys. */
fun namesOf(obj: Object): Array<String> = native("objects::names")
fun namesOf(obj: Null): Null = null

/** The current moment. */
fun now(): DateTime = native("dates::now")

/** The callback's result in place of null. */
fun onNull<R>(previous: Null, callback: () -> R): R = callback()
fun onNull<T>(previous: T, callback: () -> Any): T = previous

/** Items or pairs in the order of the criterion. */
fun orderBy(object: Object, criteria: (value: Any, key: Key) -> Any): Object = native("objects::orderBy")
fun orderBy<T, R>(array: Array<T>, criteria: (item: T, index: Number) -> R): Array<T> = native("arrays::orderBy")
fun orderBy(value: Null, criteria: (item: Nothing, index: Nothing) -> Null): Null = null

/** What the mapper makes of each pair, as an array. */
fun pluck<R>(object: Object, mapper: (value: Any, key: Key, index: Number) -> R): Array<R> = native("objects::pluck")
fun pluck(value: Null, mapper: (value: Nothing, key: Nothing, index: Nothing) -> Any): Null = null

/** One after the other: arrays, texts, objects, dates with times and zones. */
fun plusplus<S, T>(source: Array<S>, with: Array<T>): Array<S | T> = native("objects::add")
fun plusplus(source: String, with: String): String = native("strings::concat")
fun plusplus(source: Object, with: Object): Object = native("objects::concat")
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

/** A power of the base. */
fun pow(base: Number, power: Number): Number = native("numbers::pow")

/** A number from 0 to 1. */
fun random(): Number = native("numbers::random")

/** A whole number from 0 up to, not including, the bound. */
fun randomInt(upperBound: Number): Number = native("numbers::randomInt")

/** The value that a text or binary stands for in a format. */
fun read(stringToParse: String | Binary | Null, contentType: String = "application/dw", readerProperties: Object = {}): Any = native("documents::read")

/** The value of a resource. */
fun readUrl(url: String, contentType: String = "application/dw", readerProperties: Object = {}): Any = native("documents::readUrl")

/** One value made of all items, one by one. */
fun reduce<T, A>(items: Array<T>, callback: (item: T, accumulator: A) -> A): A = native("arrays::reduce")
fun reduce<A>(text: String, callback: (item: String, accumulator: A) -> A): A = native("strings::reduce")
fun reduce<T, A>(items: Null, callback: (item: T, accumulator: A) -> A): Null = null

/** The function that puts something in the place of each match; 'with' calls it. */
fun replace(text: String, matcher: Regex): ((Array<String>, Number) -> String) -> String = native("searches::replace")
fun replace(text: String, matcher: String): ((Array<String>, Number) -> String) -> String = native("searches::replace")
fun replace(text: Null, matcher: Any): ((Nothing, Nothing) -> Any) -> Null = (replacer) -> null

/** The nearest whole number. */
fun round(number: Number): Number = native("numbers::round")

/** All matches with their groups. */
fun scan(text: String, matcher: Regex): Array<Array<String>> = native("searches::scan")
fun scan(text: Null, matcher: Any): Null = null

/** How many there are. */
fun sizeOf(array: Array<Any>): Number = native("arrays::size")
fun sizeOf(object: Object): Number = native("objects::size")
fun sizeOf(binary: Binary): Number = native("binaries::size")
fun sizeOf(text: String): Number = native("strings::size")
fun sizeOf(n: Null): Number = 0

/** The parts of a text between separators. */
fun splitBy(text: String, regex: Regex): Array<String> = native("searches::splitRegex")
fun splitBy(text: String, separator: String): Array<String> = native("searches::splitText")
fun splitBy(text: Null, separator: Any): Null = null

/** The square root. */
fun sqrt(number: Number): Number = native("numbers::sqrt")

/** Whether the text starts with a prefix. */
fun startsWith(text: String, prefix: String): Boolean = native("strings::startsWith")
fun startsWith(text: Null, prefix: Any): Boolean = false

/** The sum of the numbers. */
fun sum(values: Array<Number>): Number = native("arrays::sum")

/** What the callback makes of the value. */
fun then(value: Null, callback: (previousResult: Nothing) -> Any): Null = null
fun then<T, R>(previous: T, callback: (result: T) -> R): R = callback(previous)

/** The whole numbers from one to another. */
fun to(from: Number, to: Number): Range = native("arrays::to")

/** The text without blanks at its ends. */
fun trim(text: String): String = native("strings::trim")
fun trim(value: Null): Null = null

/** The type of a value. */
fun typeOf<T>(value: T): Type<T> = native("types::typeOf")

/** Rows as columns. */
fun unzip<T>(items: Array<Array<T>>): Array<Array<T>> = native("arrays::unzip")

/** The text in upper case. */
fun upper(text: String): String = native("strings::upper")
fun upper(value: Null): Null = null

/** A new unique identifier. */
fun uuid(): String = native("strings::uuid")

/** The values of the pairs. */
fun valuesOf(obj: Object): Array<Any> = native("objects::values")
fun valuesOf(obj: Null): Null = null

/** Completes 'replace', 'update' and 'mask'. */
fun with<V, U, R, X>(toBeReplaced: (V, U) -> R, replacer: (V, U) -> R): X = toBeReplaced(replacer)

/** The value written in a format. */
fun write(value: Any, contentType: String = "application/dw", writerProperties: Object = {}): String | Binary = native("documents::write")

/** The attribute that names an XML type. */
fun xsiType(name: String, namespace: Namespace): Object = native("documents::xsiType")

/** Pairs of the items at the same places. */
fun zip<T, R>(left: Array<T>, right: Array<R>): Array<Array<T | R>> = native("arrays::zip")

/** Whether a behaviour of an older language level holds: never. */
fun evaluateCompatibilityFlag(flag: String): Boolean = false
