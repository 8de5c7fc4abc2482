%dw 2.0
import diff, shown from dw::util::Diff

/** Whether a value is as wanted; if not, what was wanted and what is there, and where they differ. */
type MatcherResult = {matches: Boolean, description: {expected: String, actual: String}, reasons?: Array<String>}

/** Looks at a value. */
type Matcher<T> = (value: T) -> MatcherResult

/** The result for a value that is as wanted. */
var MATCHED: MatcherResult = {matches: true, description: {expected: "", actual: ""}}

@Internal(permits = [])
fun result(matches: Boolean, expected: String, value: Any): MatcherResult =
  if (matches) MATCHED else {matches: false, description: {expected: expected, actual: shown(value)}}

/** What a matcher, several, or a condition say of a value. */
@Internal(permits = [])
fun outcome(value: Any, found: Any): MatcherResult = found match {
  case b is Boolean -> result(b, "the condition to hold", value)
  case several is Array -> (several map ((one) -> outcome(value, one)) filter ((one) -> !one.matches))[0] default MATCHED
  case f is (Any) -> Any -> outcome(value, f(value))
  else -> found
}

/**
 * What a matcher says of a value, or the first of several conditions and matchers that is not content.
 *
 *     (3 must beGreaterThan(2)).matches
 *     => true
 *
 *     ({a: 1} must [beObject(), $.a is Number, haveKey("b")]).description
 *     => {expected: 'to have the key "b"', actual: "{\n  a: 1\n}"}
 */
fun must<T>(value: T, matchExpressions: Array<(value: T) -> Matcher<T> | MatcherResult | Boolean>): MatcherResult =
  outcome(value, matchExpressions)
fun must<T>(value: T, matcher: (value: T) -> Matcher<T> | Boolean): MatcherResult = outcome(value, matcher(value))

/**
 * Content when one of the matchers is.
 *
 *     ("text" must anyOf([beObject(), beString()])).matches
 *     => true
 */
fun anyOf(matchers: Array<Matcher<Any>>): Matcher<Any> = (value) -> do {
  var outcomes = matchers map ((matcher) -> matcher(value))
  ---
  result(sizeOf(outcomes filter ((one) -> one.matches)) > 0, (outcomes map ((one) -> one.description.expected)) joinBy " or ", value)
}

/**
 * Content with arrays.
 *
 *     ([1, 4] must beArray()).matches
 *     => true
 */
fun beArray(): Matcher<Any> =
  (value) -> result(value is Array, "to be an Array", value)

/**
 * Content with null and texts of nothing but white space.
 *
 *     (" " must beBlank()).matches
 *     => true
 *
 *     ("a" must beBlank()).matches
 *     => false
 */
fun beBlank(): Matcher<String | Null> =
  (value) -> result(isBlank(value), "to be blank", value)

/**
 * Content with true and false.
 *
 *     (false must beBoolean()).matches
 *     => true
 */
fun beBoolean(): Matcher<Any> =
  (value) -> result(value is Boolean, "to be a Boolean", value)

/**
 * Content with null and with texts, objects and arrays that hold nothing.
 *
 *     ([] must beEmpty()).matches
 *     => true
 *
 *     ({a: 1} must beEmpty()).matches
 *     => false
 */
fun beEmpty(): Matcher<String | Object | Array | Null> =
  (value) -> result(isEmpty(value), "to be empty", value)

/**
 * Content with values above a limit, or at it when that is to be allowed.
 *
 *     (3 must beGreaterThan(2)).matches
 *     => true
 *
 *     (2 must beGreaterThan(2, true)).matches
 *     => true
 *
 *     (|2020-01-01| must beGreaterThan(|2021-01-01|)).matches
 *     => false
 */
fun beGreaterThan(expected: Comparable, inclusive: Boolean = false): Matcher<Comparable> =
  (value) -> result(value > expected or (inclusive and value == expected),
    "to be greater than " ++ (if (inclusive) "or equal to " else "") ++ shown(expected), value)

/**
 * Content with values below a limit, or at it when that is to be allowed.
 *
 *     (1 must beLowerThan(2)).matches
 *     => true
 *
 *     (2 must beLowerThan(2)).matches
 *     => false
 */
fun beLowerThan(expected: Comparable, inclusive: Boolean = false): Matcher<Comparable> =
  (value) -> result(value < expected or (inclusive and value == expected),
    "to be lower than " ++ (if (inclusive) "or equal to " else "") ++ shown(expected), value)

/**
 * Content with null.
 *
 *     (null must beNull()).matches
 *     => true
 *
 *     (0 must beNull()).matches
 *     => false
 */
fun beNull(): Matcher<Any> =
  (value) -> result(value is Null, "to be null", value)

/**
 * Content with numbers.
 *
 *     (123 must beNumber()).matches
 *     => true
 *
 *     ("123" must beNumber()).matches
 *     => false
 */
fun beNumber(): Matcher<Any> =
  (value) -> result(value is Number, "to be a Number", value)

/**
 * Content with objects.
 *
 *     ({a: 1} must beObject()).matches
 *     => true
 *
 *     ([1] must beObject()).description
 *     => {expected: "to be an Object", actual: "[\n  1\n]"}
 */
fun beObject(): Matcher<Any> =
  (value) -> result(value is Object, "to be an Object", value)

/**
 * Content with the values given.
 *
 *     (1 must beOneOf([1, "text", true])).matches
 *     => true
 *
 *     (2 must beOneOf([1])).matches
 *     => false
 */
fun beOneOf(expected: Array<Any>): Matcher<Any> =
  (value) -> result(expected contains value, "to be one of " ++ shown(expected), value)

/**
 * Content with texts.
 *
 *     ("text" must beString()).matches
 *     => true
 */
fun beString(): Matcher<Any> =
  (value) -> result(value is String, "to be a String", value)

/**
 * Content with texts that have a part, and arrays that have an item.
 *
 *     ("A Text" must contain("ex")).matches
 *     => true
 *
 *     ([1, "b"] must contain("b")).matches
 *     => true
 */
fun contain(expected: Any): Matcher<Any> =
  (value) -> result(value match {
      case text is String -> text contains (expected as String)
      case items is Array -> items contains expected
      else -> false
    }, "to contain " ++ shown(expected), value)

/**
 * Content with arrays of whose items the matcher is content with every one.
 *
 *     ([1, 2] must eachItem(beNumber())).matches
 *     => true
 *
 *     ([1, "b"] must eachItem(beNumber())).reasons
 *     => ["[1] was \"b\", expected to be a Number"]
 */
fun eachItem(matcher: Matcher<Any>): Matcher<Array<Any>> =
  (value) -> do {
    var failed = ((value map ((item, i) -> {index: i, found: matcher(item)})) filter ((one) -> !one.found.matches))
    ---
    if (isEmpty(failed)) MATCHED
    else {
      matches: false,
      description: {expected: "each item " ++ failed[0].found.description.expected, actual: shown(value)},
      reasons: failed map ((one) -> "[" ++ one.index ++ "] was " ++ one.found.description.actual ++ ", expected " ++ one.found.description.expected)
    }
  }

/**
 * Content with texts that end so.
 *
 *     ("A Text" must endWith("xt")).matches
 *     => true
 */
fun endWith(expected: String): Matcher<String> =
  (value) -> result(value endsWith expected, "to end with " ++ shown(expected), value)

/**
 * Content with values equal to another, items of arrays in any order when that is to be allowed.
 *
 *     ((1 + 2) must equalTo(3)).matches
 *     => true
 *
 *     ([1, 2] must equalTo([2, 1], {unordered: true})).matches
 *     => true
 *
 *     ({a: [1]} must equalTo({a: [2]})).reasons
 *     => ["(root).a[0] was 1, expected 2"]
 */
fun equalTo(expected: Any, equalToConfig: {unordered?: Boolean} = {}): Matcher<Any> =
  (value) -> do {
    var found = diff(value, expected, equalToConfig)
    ---
    if (found.matches) MATCHED
    else {
      matches: false,
      description: {expected: "to be equal to " ++ shown(expected), actual: shown(value)},
      reasons: found.diffs map ((one) -> one.path ++ (if (one.actual startsWith "was ") " " else " was ") ++ one.actual ++ ", expected " ++ one.expected)
    }
  }

/**
 * Content with values equal to what a file of the class path holds.
 *
 *     1 must equalToResource("no/such/file.json", "application/json")
 *     => error NOT-FOUND
 */
@RuntimePrivilege(requires = "Resource")
fun equalToResource(resourceName: String, contentType: String = "application/dw", readerProperties: Object = {}): Matcher<Any> =
  equalTo(readUrl("classpath://" ++ resourceName, contentType, readerProperties))

/**
 * Content with arrays of whose items the matcher is content with one at least.
 *
 *     ([true, 1] must haveItem(beNumber())).matches
 *     => true
 *
 *     ([true] must haveItem(beNumber())).matches
 *     => false
 */
fun haveItem(matcher: Matcher<Any>): Matcher<Array<Any>> =
  (value) -> result(sizeOf(value filter ((item) -> matcher(item).matches)) > 0,
    "to have an item: " ++ matcher(value).description.expected, value)

/**
 * Content with objects that have a field.
 *
 *     ({name: "Ada"} must haveKey("name")).matches
 *     => true
 *
 *     ({} must haveKey("name")).matches
 *     => false
 */
fun haveKey(keyName: String): Matcher<Object> =
  (value) -> result(namesOf(value) contains keyName, "to have the key " ++ shown(keyName), value)

/**
 * Content with arrays, texts and objects of a size.
 *
 *     ([1, 4, 7] must haveSize(3)).matches
 *     => true
 *
 *     ("abc" must haveSize(3)).matches
 *     => true
 *
 *     (null must haveSize(1)).matches
 *     => false
 */
fun haveSize(expectedSize: Number): Matcher<Array | String | Object | Null> =
  (value) -> result(sizeOf(value) == expectedSize, "to have size " ++ expectedSize, value)

/**
 * Content with objects one of whose fields has the value.
 *
 *     ({name: "Ada"} must haveValue("Ada")).matches
 *     => true
 */
fun haveValue(value: Any): Matcher<Object> =
  (found) -> result(valuesOf(found) contains value, "to have the value " ++ shown(value), found)

/**
 * Content when the matcher is not.
 *
 *     (1 must notBe(equalTo(2))).matches
 *     => true
 *
 *     (1 must notBe(beNumber())).matches
 *     => false
 */
fun notBe<T>(matcher: Matcher<T>): Matcher<T> =
  (value) -> result(!matcher(value).matches, "not to be accepted by the matcher", value)

/**
 * Content with anything but null.
 *
 *     ("text" must notBeNull()).matches
 *     => true
 *
 *     (null must notBeNull()).matches
 *     => false
 */
fun notBeNull(): Matcher<Any> =
  (value) -> result(!(value is Null), "not to be null", value)

/**
 * Content with texts that begin so.
 *
 *     ("A Text" must startWith("A")).matches
 *     => true
 */
fun startWith(expected: String): Matcher<String> =
  (value) -> result(value startsWith expected, "to start with " ++ shown(expected), value)
