%dw 2.0

/** The text with the suffix at its end. */
fun appendIfMissing(text: String, suffix: String): String = if (text endsWith suffix) text else text ++ suffix
fun appendIfMissing(text: Null, suffix: String): Null = null

/** Words joined by humps. */
fun camelize(text: String): String = native("strings::camelize")
fun camelize(text: Null): Null = null

/** Words with capitals, between blanks. */
fun capitalize(text: String): String = native("strings::capitalize")
fun capitalize(text: Null): Null = null

/** The code point of the first character. */
fun charCode(text: String): Number = native("strings::charCode")
fun charCode(text: Null): Null = null

/** The code point of a character. */
fun charCodeAt(content: String, position: Number): Number = native("strings::charCodeAt")
fun charCodeAt(content: Null, position: Any): Null = null

/** Runs of the same character. */
fun collapse(text: String): Array<String> = native("strings::collapse")
fun collapse(text: Null): Null = null

/** How many characters fulfil the predicate. */
fun countCharactersBy(text: String, predicate: (character: String) -> Boolean): Number = sizeOf(text filter ((c) -> predicate(c)))
fun countCharactersBy(text: Null, predicate: (character: Nothing) -> Any): Null = null

/** How often a part or pattern occurs. */
fun countMatches(text: String, pattern: String): Number = native("searches::countText")
fun countMatches(text: String, pattern: Regex): Number = native("searches::countRegex")
fun countMatches(text: Null, pattern: Any): Null = null

/** Words joined by hyphens. */
fun dasherize(text: String): String = native("strings::dasherize")
fun dasherize(text: Null): Null = null

/** Whether all characters fulfil the condition. */
fun everyCharacter(text: String, condition: (character: String) -> Boolean): Boolean = sizeOf(text filter ((c) -> !condition(c))) == 0
fun everyCharacter(text: Null, condition: (character: Nothing) -> Any): Boolean = true

/** The first characters. */
fun first(text: String, amount: Number): String = substring(text, 0, amount)
fun first(text: Null, amount: Any): Null = null

/** The character of a code point. */
fun fromCharCode(charCode: Number): String = native("strings::fromCharCode")
fun fromCharCode(charCode: Null): Null = null

/** At how many places two texts of one length differ. */
fun hammingDistance(a: String, b: String): Number | Null = native("strings::hamming")

/** Whether all characters are letters. */
fun isAlpha(text: String): Boolean = native("strings::isAlpha")
fun isAlpha(text: Null): Boolean = false

/** Whether all characters are letters or digits. */
fun isAlphanumeric(text: String): Boolean = native("strings::isAlphanumeric")
fun isAlphanumeric(text: Null): Boolean = false

/** Whether all characters are lower-case letters. */
fun isLowerCase(text: String): Boolean = native("strings::isLowerCase")
fun isLowerCase(text: Null): Boolean = false

/** Whether all characters are digits. */
fun isNumeric(text: String): Boolean = native("strings::isNumeric")
fun isNumeric(text: Null): Boolean = false

/** Whether all characters are upper-case letters. */
fun isUpperCase(text: String): Boolean = native("strings::isUpperCase")
fun isUpperCase(text: Null): Boolean = false

/** Whether there are only blanks. */
fun isWhitespace(text: String): Boolean = native("strings::isWhitespace")
fun isWhitespace(text: Null): Boolean = false

/** The last characters. */
fun last(text: String, amount: Number): String = substring(text, sizeOf(text) - amount, sizeOf(text))
fun last(text: Null, amount: Any): Null = null

/** The text with padding in front up to a size. */
fun leftPad(text: String, size: Number, padText: String = " "): String = native("strings::leftPad")
fun leftPad(text: Null, size: Any, padText: Any = " "): Null = null

/** How many edits lead from one text to the other. */
fun levenshteinDistance(a: String, b: String): Number = native("strings::levenshtein")

/** The lines. */
fun lines(text: String): Array<String> = native("strings::lines")
fun lines(text: Null): Null = null

/** What the mapper makes of each character, joined. */
fun mapString(text: String, mapper: (character: String, index: Number) -> String): String = native("strings::mapString")
fun mapString(text: Null, mapper: (character: Nothing, index: Nothing) -> Any): Null = null

/** The number with its ending: 1st, 2nd. */
fun ordinalize(num: Number): String = native("strings::ordinalize")
fun ordinalize(num: Null): Null = null

/** The plural of an English word. */
fun pluralize(text: String): String = native("strings::pluralize")
fun pluralize(text: Null): Null = null

/** The text with the prefix in front. */
fun prependIfMissing(text: String, prefix: String): String = if (text startsWith prefix) text else prefix ++ text
fun prependIfMissing(text: Null, prefix: String): Null = null

/** The text without a part, wherever it occurs. */
fun remove(text: String, toRemove: String): String = native("strings::remove")
fun remove(text: Null, toRemove: Any): Null = null

/** The text several times. */
fun repeat(text: String, times: Number): String = native("strings::repeat")
fun repeat(text: Null, times: Any): Null = null

/** The text with another in the place of each occurrence. */
fun replaceAll(text: String, target: String, replacement: String): String = native("strings::replaceAll")
fun replaceAll(text: Null, oldValue: String, newValue: String): Null = null

/** The text backwards. */
fun reverse(text: String): String = native("strings::reverse")
fun reverse(text: Null): Null = null

/** The text with padding behind up to a size. */
fun rightPad(text: String, size: Number, padText: String = " "): String = native("strings::rightPad")
fun rightPad(text: Null, size: Any, padText: Any = " "): Null = null

/** The singular of an English word. */
fun singularize(text: String): String = native("strings::singularize")
fun singularize(text: Null): Null = null

/** Whether a character fulfils the condition. */
fun someCharacter(text: String, condition: (character: String) -> Boolean): Boolean = sizeOf(text filter ((c) -> condition(c))) > 0
fun someCharacter(text: Null, condition: (character: Nothing) -> Any): Boolean = false

/** The characters from one place up to, not including, another. */
fun substring(text: String, from: Number, until: Number): String = native("strings::substring")
fun substring(text: Null, from: Any, until: Any): Null = null

/** What stands behind the first separator. */
fun substringAfter(text: String, separator: String): String = do {
  var at = text indexOf separator
  ---
  if (separator == "") substring(text, 1, sizeOf(text))
  else if (at < 0) ""
  else substring(text, at + sizeOf(separator), sizeOf(text))
}
fun substringAfter(text: Null, separator: String): Null = null

/** What stands behind the last separator. */
fun substringAfterLast(text: String, separator: String): String | Null = do {
  var at = text lastIndexOf separator
  ---
  if (separator == "") null
  else if (at < 0) ""
  else substring(text, at + sizeOf(separator), sizeOf(text))
}
fun substringAfterLast(text: Null, separator: String): Null = null

/** What stands before the first separator. */
fun substringBefore(text: String, separator: String): String = do {
  var at = text indexOf separator
  ---
  if (at < 0) "" else substring(text, 0, at)
}
fun substringBefore(text: Null, separator: String): Null = null

/** What stands before the last separator. */
fun substringBeforeLast(text: String, separator: String): String = do {
  var at = text lastIndexOf separator
  ---
  if (separator == "") substring(text, 0, sizeOf(text) - 1)
  else if (at < 0) ""
  else substring(text, 0, at)
}
fun substringBeforeLast(text: Null, separator: String): Null = null

/** The parts between the characters that fulfil the predicate. */
fun substringBy(text: String, predicate: (character: String, index: Number) -> Boolean): Array<String> =
  (text mapString ((c, i) -> if (predicate(c, i)) "\u0000" else c)) splitBy "\u0000"
fun substringBy(text: Null, predicate: (character: Nothing, index: Nothing) -> Any): Null = null

/** Parts of a size. */
fun substringEvery(text: String, amount: Number): Array<String> =
  if (text == "") [] else (0 to ceil(sizeOf(text) / amount) - 1) map ((i) -> substring(text, i * amount, (i + 1) * amount))
fun substringEvery(text: Null, amount: Any): Null = null

/** Words joined by underscores. */
fun underscore(text: String): String = native("strings::underscore")
fun underscore(text: Null): Null = null

/** The text without the wrapper at its ends. */
fun unwrap(text: String, wrapper: String): String =
  if (text startsWith wrapper)
    if ((text endsWith wrapper) and sizeOf(text) >= 2 * sizeOf(wrapper)) substring(text, sizeOf(wrapper), sizeOf(text) - sizeOf(wrapper))
    else substring(text, sizeOf(wrapper), sizeOf(text)) ++ wrapper
  else if (text endsWith wrapper) wrapper ++ substring(text, 0, sizeOf(text) - sizeOf(wrapper))
  else text
fun unwrap(text: Null, wrapper: String): Null = null

/** At most so many characters; 0 is no limit. */
fun withMaxSize(text: String, maxLength: Number): String = if (maxLength == 0) text else substring(text, 0, maxLength)
fun withMaxSize(text: Null, maxLength: Number): Null = null

/** The words between blanks. */
fun words(text: String): Array<String> = native("strings::words")
fun words(text: Null): Null = null

/** The text with the wrapper at both ends. */
fun wrapIfMissing(text: String, wrapper: String): String =
  if (text == "") wrapper else appendIfMissing(prependIfMissing(text, wrapper), wrapper)
fun wrapIfMissing(text: Null, wrapper: String): Null = null

/** The text between two wrappers. */
fun wrapWith(text: String, wrapper: String): String = wrapper ++ text ++ wrapper
fun wrapWith(text: Null, wrapper: Any): Null = null
