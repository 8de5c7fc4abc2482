%dw 2.0

/**
 * The text with the suffix at its end, added when it is not there yet.
 *
 *     [appendIfMissing("abc", "xyz"), appendIfMissing("abcxyz", "xyz"), appendIfMissing("", "x"), appendIfMissing(null, "x")]
 *     => ["abcxyz", "abcxyz", "x", null]
 */
fun appendIfMissing(text: String, suffix: String): String = if (text endsWith suffix) text else text ++ suffix
fun appendIfMissing(text: Null, suffix: String): Null = null

/**
 * The words of a name, without what parts them, each but the first with a capital.
 *
 *     [camelize("customer_first_name"), camelize("_name starts-so"), camelize("customerName"), camelize(""), camelize(null)]
 *     => ["customerFirstName", "nameStartsSo", "customerName", "", null]
 */
fun camelize(text: String): String = native("strings::camelize")
fun camelize(text: Null): Null = null

/**
 * The words of a name with capitals, between blanks.
 *
 *     [capitalize("customer_first_name"), capitalize("customer NAME"), capitalize("customerName"), capitalize(null)]
 *     => ["Customer First Name", "Customer Name", "Customer Name", null]
 */
fun capitalize(text: String): String = native("strings::capitalize")
fun capitalize(text: Null): Null = null

/**
 * The Unicode number of the first character.
 *
 *     [charCode("Ms"), charCode("😀"), charCode(null)]
 *     => [77, 128512, null]
 *
 *     charCode("")
 *     => error WRONG-ARGUMENT
 */
fun charCode(text: String): Number = native("strings::charCode")
fun charCode(text: Null): Null = null

/**
 * The Unicode number of the character at an index from 0.
 *
 *     ["MuleSoft" charCodeAt 3, charCodeAt(null, 3)]
 *     => [101, null]
 *
 *     "abc" charCodeAt 3
 *     => error WRONG-ARGUMENT
 */
fun charCodeAt(content: String, position: Number): Number = native("strings::charCodeAt")
fun charCodeAt(content: Null, position: Any): Null = null

/**
 * The runs of the same character.
 *
 *     [collapse("a  b babb"), collapse(""), collapse(null)]
 *     => [["a", "  ", "b", " ", "b", "a", "bb"], [], null]
 */
@Since(version = "2.4.0")
fun collapse(text: String): Array<String> = native("strings::collapse")
@Since(version = "2.4.0")
fun collapse(text: Null): Null = null

/**
 * How many characters fulfil the predicate.
 *
 *     ["42 = 11 * 2" countCharactersBy isNumeric($), "" countCharactersBy true, null countCharactersBy true]
 *     => [5, 0, null]
 */
@Since(version = "2.4.0")
fun countCharactersBy(text: String, predicate: (character: String) -> Boolean): Number =
  sizeOf(text filter ((c) -> predicate(c)))
@Since(version = "2.4.0")
fun countCharactersBy(text: Null, predicate: (character: Nothing) -> Any): Null = null

/**
 * How often a part occurs, or how often a regular expression matches; occurrences do not overlap.
 *
 *     ["hello worlo!" countMatches "lo", "aaa" countMatches "aa", "abc" countMatches ""]
 *     => [2, 1, 0]
 *
 *     ["hello, ciao!" countMatches /[aeiou]/, null countMatches "a"]
 *     => [5, null]
 */
@Since(version = "2.4.0")
fun countMatches(text: String, pattern: String): Number = native("searches::countText")
@Since(version = "2.4.0")
fun countMatches(text: String, pattern: Regex): Number = native("searches::countRegex")
@Since(version = "2.4.0")
fun countMatches(text: Null, pattern: Any): Null = null

/**
 * The words of a name in small letters, joined by hyphens.
 *
 *     [dasherize("customer_first_name"), dasherize("customer NAME"), dasherize("customerName"), dasherize(null)]
 *     => ["customer-first-name", "customer-name", "customer-name", null]
 */
fun dasherize(text: String): String = native("strings::dasherize")
fun dasherize(text: Null): Null = null

/**
 * Whether all characters fulfil the condition.
 *
 *     ["12.34" everyCharacter ($ == "." or isNumeric($)), "1a" everyCharacter isNumeric($), "" everyCharacter false, null everyCharacter false]
 *     => [true, false, true, true]
 */
@Since(version = "2.4.0")
fun everyCharacter(text: String, condition: (character: String) -> Boolean): Boolean =
  sizeOf(text filter ((c) -> !condition(c))) == 0
@Since(version = "2.4.0")
fun everyCharacter(text: Null, condition: (character: Nothing) -> Any): true = true

/**
 * The first characters, all where there are not as many.
 *
 *     ["hello world!" first 5, "abc" first 9, "abc" first 0, null first 2]
 *     => ["hello", "abc", "", null]
 */
@Since(version = "2.4.0")
fun first(text: String, amount: Number): String = substring(text, 0, amount)
@Since(version = "2.4.0")
fun first(text: Null, amount: Any): Null = null

/**
 * The character with a Unicode number.
 *
 *     [fromCharCode(117), fromCharCode(128512), fromCharCode(null)]
 *     => ["u", "😀", null]
 *
 *     fromCharCode(-1)
 *     => error WRONG-ARGUMENT
 */
fun fromCharCode(charCode: Number): String = native("strings::fromCharCode")
fun fromCharCode(charCode: Null): Null = null

/**
 * At how many places two texts of the same length differ; null where the lengths differ.
 *
 *     ["holu" hammingDistance "chau", "a" hammingDistance "a", "ab" hammingDistance "a"]
 *     => [3, 0, null]
 */
@Since(version = "2.4.0")
fun hammingDistance(a: String, b: String): Number | Null = native("strings::hamming")

/**
 * Whether there are only letters, at least one.
 *
 *     [isAlpha("abcé"), isAlpha("ab2c"), isAlpha(""), isAlpha(null)]
 *     => [true, false, false, false]
 */
fun isAlpha(text: String): Boolean = native("strings::isAlpha")
fun isAlpha(text: Null): Boolean = false

/**
 * Whether there are only letters and digits, at least one.
 *
 *     [isAlphanumeric("ab2c"), isAlphanumeric("ab-c"), isAlphanumeric(""), isAlphanumeric(null)]
 *     => [true, false, false, false]
 */
fun isAlphanumeric(text: String): Boolean = native("strings::isAlphanumeric")
fun isAlphanumeric(text: Null): Boolean = false

/**
 * Whether there are only small letters, at least one.
 *
 *     [isLowerCase("abc"), isLowerCase("aBC"), isLowerCase("a c"), isLowerCase(""), isLowerCase(null)]
 *     => [true, false, false, false, false]
 */
fun isLowerCase(text: String): Boolean = native("strings::isLowerCase")
fun isLowerCase(text: Null): Boolean = false

/**
 * Whether there are only digits, at least one: no sign, no point.
 *
 *     [isNumeric("123"), isNumeric("12.3"), isNumeric("-1"), isNumeric(""), isNumeric(null)]
 *     => [true, false, false, false, false]
 */
fun isNumeric(text: String): Boolean = native("strings::isNumeric")
fun isNumeric(text: Null): Boolean = false

/**
 * Whether there are only capital letters, at least one.
 *
 *     [isUpperCase("ABC"), isUpperCase("aBC"), isUpperCase("A1"), isUpperCase(""), isUpperCase(null)]
 *     => [true, false, false, false, false]
 */
fun isUpperCase(text: String): Boolean = native("strings::isUpperCase")
fun isUpperCase(text: Null): Boolean = false

/**
 * Whether there is nothing but white space; true of the empty text.
 *
 *     [isWhitespace(" \t"), isWhitespace(""), isWhitespace("a "), isWhitespace(null)]
 *     => [true, true, false, false]
 */
fun isWhitespace(text: String): Boolean = native("strings::isWhitespace")
fun isWhitespace(text: Null): Boolean = false

/**
 * The last characters, all where there are not as many.
 *
 *     ["hello world!" last 6, "abc" last 9, "abc" last 0, null last 2]
 *     => ["world!", "abc", "", null]
 */
@Since(version = "2.4.0")
fun last(text: String, amount: Number): String = substring(text, sizeOf(text) - amount, sizeOf(text))
@Since(version = "2.4.0")
fun last(text: Null, amount: Any): Null = null

/**
 * The text with padding in front that makes it as long as the size.
 *
 *     [leftPad("bat", 5), leftPad("bat", 5, "0"), leftPad("bat", 2), leftPad("", 2), leftPad(null, 3)]
 *     => ["  bat", "00bat", "bat", "  ", null]
 */
fun leftPad(text: String, size: Number, padText: String = " "): String = native("strings::leftPad")
fun leftPad(text: Null, size: Any, padText: Any = " "): Null = null

/**
 * How many insertions, deletions and replacements of single characters lead from one text to the other.
 *
 *     ["kitten" levenshteinDistance "sitting", "" levenshteinDistance "abc", "a" levenshteinDistance "a"]
 *     => [3, 3, 0]
 */
@Since(version = "2.4.0")
fun levenshteinDistance(a: String, b: String): Number = native("strings::levenshtein")

/**
 * The lines, without what ends them.
 *
 *     [lines("hello world\n\nhere\r\ndata"), lines(""), lines(null)]
 *     => [["hello world", "", "here", "data"], [""], null]
 */
@Since(version = "2.4.0")
fun lines(text: String): Array<String> = native("strings::lines")
@Since(version = "2.4.0")
fun lines(text: Null): Null = null

/**
 * What the mapper makes of each character, one behind the other.
 *
 *     ["hello" mapString (if ($ == "l") "1" else $), "ab" mapString ($ ++ $$), null mapString $]
 *     => ["he11o", "a0b1", null]
 */
@Since(version = "2.4.0")
fun mapString(@StreamCapable text: String, mapper: (character: String, index: Number) -> String): String =
  native("strings::mapString")
@Since(version = "2.4.0")
fun mapString(@StreamCapable text: Null, mapper: (character: Nothing, index: Nothing) -> Any): Null = null

/**
 * The English ordinal of a number.
 *
 *     [ordinalize(1), ordinalize(2), ordinalize(3), ordinalize(11), ordinalize(103), ordinalize(null)]
 *     => ["1st", "2nd", "3rd", "11th", "103rd", null]
 */
fun ordinalize(num: Number): String = native("strings::ordinalize")
fun ordinalize(num: Null): Null = null

/**
 * The plural of an English noun.
 *
 *     [pluralize("box"), pluralize("city"), pluralize("day"), pluralize("child"), pluralize("sheep"), pluralize(null)]
 *     => ["boxes", "cities", "days", "children", "sheep", null]
 */
fun pluralize(text: String): String = native("strings::pluralize")
fun pluralize(text: Null): Null = null

/**
 * The text with the prefix in front, added when it is not there yet.
 *
 *     [prependIfMissing("abc", "xyz"), prependIfMissing("xyzabc", "xyz"), prependIfMissing("", "x"), prependIfMissing(null, "x")]
 *     => ["xyzabc", "xyzabc", "x", null]
 */
fun prependIfMissing(text: String, prefix: String): String = if (text startsWith prefix) text else prefix ++ text
fun prependIfMissing(text: Null, prefix: String): Null = null

/**
 * The text without any occurrence of a part.
 *
 *     ["lazyness purity state higher-order stateful" remove "state", "abc" remove "", null remove "a"]
 *     => ["lazyness purity  higher-order ful", "abc", null]
 */
@Since(version = "2.4.0")
fun remove(text: String, toRemove: String): String = native("strings::remove")
@Since(version = "2.4.0")
fun remove(text: Null, toRemove: Any): Null = null

/**
 * The text several times, one behind the other; up to 100 million characters.
 *
 *     [repeat("ab", 3), repeat("e", 0), repeat("e", -2), repeat(null, 3)]
 *     => ["ababab", "", "", null]
 *
 *     repeat("ab", 3000000000)
 *     => error TOO-LONG
 */
fun repeat(text: String, times: Number): String = native("strings::repeat")
fun repeat(text: Null, times: Any): Null = null

/**
 * The text with another part in the place of each occurrence of a part.
 *
 *     [replaceAll("Mariano", "a", "A"), replaceAll("AAAA", "AAA", "B"), replaceAll("a.b", ".", ""), replaceAll(null, "a", "b")]
 *     => ["MAriAno", "BA", "ab", null]
 */
@Since(version = "2.4.0")
fun replaceAll(text: String, target: String, replacement: String): String = native("strings::replaceAll")
@Since(version = "2.4.0")
fun replaceAll(text: Null, oldValue: String, newValue: String): Null = null

/**
 * The characters backwards.
 *
 *     [reverse("Mariano"), reverse("a😀"), reverse(""), reverse(null)]
 *     => ["onairaM", "😀a", "", null]
 */
fun reverse(text: String): String = native("strings::reverse")
fun reverse(text: Null): Null = null

/**
 * The text with padding behind that makes it as long as the size.
 *
 *     [rightPad("bat", 5), rightPad("bat", 5, "."), rightPad("bat", 2), rightPad("", 2), rightPad(null, 3)]
 *     => ["bat  ", "bat..", "bat", "  ", null]
 */
fun rightPad(text: String, size: Number, padChar: String = " "): String = native("strings::rightPad")
fun rightPad(text: Null, size: Any, padText: Any = " "): Null = null

/**
 * The singular of an English noun.
 *
 *     [singularize("boxes"), singularize("cities"), singularize("days"), singularize("children"), singularize("glass"), singularize(null)]
 *     => ["box", "city", "day", "child", "glass", null]
 */
fun singularize(text: String): String = native("strings::singularize")
fun singularize(text: Null): Null = null

/**
 * Whether at least one character fulfils the condition.
 *
 *     ["someCharacter" someCharacter isUpperCase($), "abc" someCharacter isNumeric($), "" someCharacter true, null someCharacter true]
 *     => [true, false, false, false]
 */
@Since(version = "2.4.0")
fun someCharacter(text: String, condition: (character: String) -> Boolean): Boolean =
  sizeOf(text filter ((c) -> condition(c))) > 0
@Since(version = "2.4.0")
fun someCharacter(text: Null, condition: (character: Nothing) -> Any): false = false

/**
 * The characters from one index up to, not including, another; there is no error where they lie outside.
 *
 *     [substring("hello world!", 1, 5), substring("abc", -4, 2), substring("abc", 2, 9), substring("abc", 2, 1), substring(null, 0, 1)]
 *     => ["ello", "ab", "c", "", null]
 */
@Since(version = "2.4.0")
fun substring(text: String, from: Number, until: Number): String = native("strings::substring")
@Since(version = "2.4.0")
fun substring(text: Null, from: Any, until: Any): Null = null

/**
 * What stands behind the first separator; nothing where there is none.
 *
 *     [substringAfter("abcba", "b"), substringAfter("abc", "d"), substringAfter("abc", ""), substringAfter(null, "b")]
 *     => ["cba", "", "bc", null]
 */
fun substringAfter(text: String, separator: String): String = do {
  var at = text indexOf separator
  ---
  if (separator == "") substring(text, 1, sizeOf(text))
  else if (at < 0) ""
  else substring(text, at + sizeOf(separator), sizeOf(text))
}
fun substringAfter(text: Null, separator: String): Null = null

/**
 * What stands behind the last separator; nothing where there is none.
 *
 *     [substringAfterLast("abcba", "b"), substringAfterLast("abc", "d"), substringAfterLast("abc", ""), substringAfterLast(null, "b")]
 *     => ["a", "", null, null]
 */
fun substringAfterLast(text: String, separator: String): String | Null = do {
  var at = text lastIndexOf separator
  ---
  if (separator == "") null
  else if (at < 0) ""
  else substring(text, at + sizeOf(separator), sizeOf(text))
}
fun substringAfterLast(text: Null, separator: String): Null = null

/**
 * What stands before the first separator; nothing where there is none.
 *
 *     [substringBefore("abcba", "b"), substringBefore("abc", "d"), substringBefore("abc", ""), substringBefore(null, "b")]
 *     => ["a", "", "", null]
 */
fun substringBefore(text: String, separator: String): String = do {
  var at = text indexOf separator
  ---
  if (at < 0) "" else substring(text, 0, at)
}
fun substringBefore(text: Null, separator: String): Null = null

/**
 * What stands before the last separator; nothing where there is none.
 *
 *     [substringBeforeLast("abcba", "b"), substringBeforeLast("abc", "d"), substringBeforeLast("abc", ""), substringBeforeLast(null, "b")]
 *     => ["abc", "", "ab", null]
 */
fun substringBeforeLast(text: String, separator: String): String = do {
  var at = text lastIndexOf separator
  ---
  if (separator == "") substring(text, 0, sizeOf(text) - 1)
  else if (at < 0) ""
  else substring(text, 0, at)
}
fun substringBeforeLast(text: Null, separator: String): Null = null

/**
 * The parts between the characters that fulfil the predicate.
 *
 *     ["hello~world=here" substringBy ($ == "~" or $ == "="), "~a~" substringBy $ == "~", "" substringBy true, null substringBy true]
 *     => [["hello", "world", "here"], ["", "a", ""], [""], null]
 */
@Since(version = "2.4.0")
fun substringBy(text: String, predicate: (character: String, index: Number) -> Boolean): Array<String> =
  native("parts::substringBy")
@Since(version = "2.4.0")
fun substringBy(text: Null, predicate: (character: Nothing, index: Nothing) -> Any): Null = null

/**
 * Texts of so many characters each, the last one with the rest.
 *
 *     ["substringEvery" substringEvery 3, "" substringEvery 3, null substringEvery 3]
 *     => [["sub", "str", "ing", "Eve", "ry"], [], null]
 *
 *     "abc" substringEvery 0
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.4.0")
fun substringEvery(text: String, amount: Number): Array<String> = native("parts::substringEvery")
@Since(version = "2.4.0")
fun substringEvery(text: Null, amount: Any): Null = null

/**
 * The words of a name in small letters, joined by underscores.
 *
 *     [underscore("customer-first-name"), underscore("customer NAME"), underscore("customerName"), underscore(null)]
 *     => ["customer_first_name", "customer_name", "customer_name", null]
 */
fun underscore(text: String): String = native("strings::underscore")
fun underscore(text: Null): Null = null

/**
 * The text without the wrapper at both of its ends. A wrapper at one end only goes over to the other.
 *
 *     [unwrap("'abc'", "'"), unwrap("AABabcBAA", "A"), unwrap("abc", "#"), unwrap("#A", "#"), unwrap("A#", "#"), unwrap(null, "#")]
 *     => ["abc", "ABabcBA", "abc", "A#", "#A", null]
 */
@Since(version = "2.4.0")
fun unwrap(text: String, wrapper: String): String =
  if (text startsWith wrapper)
    if ((text endsWith wrapper) and sizeOf(text) >= 2 * sizeOf(wrapper)) substring(text, sizeOf(wrapper), sizeOf(text) - sizeOf(wrapper))
    else substring(text, sizeOf(wrapper), sizeOf(text)) ++ wrapper
  else if (text endsWith wrapper) wrapper ++ substring(text, 0, sizeOf(text) - sizeOf(wrapper))
  else text
@Since(version = "2.4.0")
fun unwrap(text: Null, wrapper: String): Null = null

/**
 * The text, cut to a length where it is longer; 0 does not cut.
 *
 *     ["123" withMaxSize 2, "123" withMaxSize 9, "123" withMaxSize 0, null withMaxSize 2]
 *     => ["12", "123", "123", null]
 */
@Since(version = "2.3.0")
fun withMaxSize(text: String, maxLength: Number): String = if (maxLength == 0) text else substring(text, 0, maxLength)
@Since(version = "2.3.0")
fun withMaxSize(text: Null, maxLength: Number): Null = null

/**
 * The parts between white space.
 *
 *     [words("hello world\nhere\t\tdata-weave"), words("  a "), words(""), words(null)]
 *     => [["hello", "world", "here", "data-weave"], ["a"], [], null]
 */
@Since(version = "2.4.0")
fun words(text: String): Array<String> = native("strings::words")
@Since(version = "2.4.0")
fun words(text: Null): Null = null

/**
 * The text with the wrapper at both ends, added where it is not there yet.
 *
 *     [wrapIfMissing("ab", "x"), wrapIfMissing("'ab'", "'"), wrapIfMissing("/a/b", "/"), wrapIfMissing("", "'"), wrapIfMissing(null, "'")]
 *     => ["xabx", "'ab'", "/a/b/", "'", null]
 */
fun wrapIfMissing(text: String, wrapper: String): String =
  if (text == "") wrapper else appendIfMissing(prependIfMissing(text, wrapper), wrapper)
fun wrapIfMissing(text: Null, wrapper: String): Null = null

/**
 * The text with the wrapper at both ends.
 *
 *     [wrapWith("ab", "x"), wrapWith("'ab'", "'"), wrapWith("", "'"), wrapWith(null, "'")]
 *     => ["xabx", "''ab''", "''", null]
 */
fun wrapWith(text: String, wrapper: String): String = wrapper ++ text ++ wrapper
fun wrapWith(text: Null, wrapper: Any): Null = null
