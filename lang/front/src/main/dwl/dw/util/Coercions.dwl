%dw 2.0

/** Unit of a point in time as a number. */
type MillisOrSecs = "milliseconds" | "seconds"

/** Unit of a time as a number. */
type PeriodUnits = "hours" | "minutes" | "seconds" | "milliseconds" | "nanos"

/** How a number is cut to the digits of its format. */
type RoundingMode = "UP" | "DOWN" | "CEILING" | "FLOOR" | "HALF_UP" | "HALF_DOWN" | "HALF_EVEN"

/** Form of a text. */
type Formatter = {format?: String, locale?: String}

@Internal(permits = [])
fun coerce(value: Any, kind: String, properties: Object): Any = native("types::coerce")
@Internal(permits = [])
fun coerceOrNull(value: Any, kind: String, properties: Object): Any = native("types::coerceOrNull")
@Internal(permits = [])
fun encode(text: String, encoding: String): Binary = native("binaries::encode")
@Internal(permits = [])
fun decode(binary: Binary, encoding: String): String = native("binaries::decode")
@Internal(permits = [])
fun characters(text: String): Array<String> = native("strings::characters")

/** What the first of the forms that fits makes of a text; null where none does. */
@Internal(permits = [])
fun firstFormat(str: Any, formatters: Array<Formatter>, kind: String): Any =
  if (isEmpty(formatters)) null
  else coerceOrNull(str, kind, {format: formatters[0].format, locale: formatters[0].locale})
    default firstFormat(str, if (sizeOf(formatters) > 1) formatters[1 to -1] else [], kind)

/** As firstFormat; fails with the last of the forms where none fits. */
@Internal(permits = [])
fun anyFormat(str: Any, formatters: Array<Formatter>, kind: String): Any =
  firstFormat(str, formatters, kind)
    default coerce(str, kind, {format: formatters[-1].format, locale: formatters[-1].locale})

/**
 * Characters of a text.
 *
 *     toArray("abc")
 *     => ["a", "b", "c"]
 */
@Since(version = "2.4.0")
fun toArray(@StreamCapable text: String): Array<String> = characters(text)

/**
 * Bytes of a text in an encoding.
 *
 *     import toHex from dw::core::Binaries
 *     ---
 *     [toHex(toBinary("ä", "UTF-8")), toHex(toBinary("ä", "ISO-8859-1"))]
 *     => ["C3A4", "E4"]
 */
@Since(version = "2.4.0")
fun toBinary(str: String, encoding: String): Binary = encode(str, encoding)

/**
 * Truth of the texts true and false, in small or capital letters.
 *
 *     [toBoolean("true"), toBoolean("FALSE")]
 *     => [true, false]
 *
 *     toBoolean("yes")
 *     => error CANNOT-COERCE
 */
@Since(version = "2.4.0")
fun toBoolean(str: String): Boolean = str as Boolean

/**
 * Date of a text in a format, or in the first of several that fits.
 *
 *     toDate("2015-10-01")
 *     => |2015-10-01|
 *
 *     toDate("1/10/2015", [{format: "uuuu-MM-dd"}, {format: "d/M/uuuu"}])
 *     => |2015-10-01| as Date {format: "d/M/uuuu"}
 *
 *     toDate("1 mars 2015", "d MMMM uuuu", "fr").month
 *     => 3
 */
@Since(version = "2.4.0")
fun toDate(str: String, formatters: Array<Formatter>): Date = anyFormat(str, formatters, "DATE")
fun toDate(str: String, format: String | Null = null, locale: String | Null = null): Date = coerce(str, "DATE", {format: format, locale: locale})

/**
 * Date of a text in the first of several formats that fits; null where none does.
 *
 *     toDateOrNull("2023-28-03", [{format: "yyyy/MM/dd"}, {format: "yyyy-dd-MM", locale: "en_US"}])
 *     => |2023-03-28| as Date {format: "yyyy-dd-MM", locale: "en_US"}
 *
 *     toDateOrNull("2023-28-03", [{format: "yyyy/MM/dd"}])
 *     => null
 */
@Since(version = "2.5.0")
fun toDateOrNull(str: String, formatters: Array<Formatter>): Date | Null = firstFormat(str, formatters, "DATE")
fun toDateOrNull(str: String, format: String | Null = null, locale: String | Null = null): Date | Null = coerceOrNull(str, "DATE", {format: format, locale: locale})

/**
 * Date and time of a number of seconds or milliseconds since 1970, or of a text in a format.
 *
 *     [toDateTime(1443743879), toDateTime(1443743879000, "milliseconds")] map $ as Number
 *     => [1443743879, 1443743879]
 *
 *     toDateTime("2015-10-01 23:57:59-0300", "uuuu-MM-dd HH:mm:ssZ") as Number
 *     => 1443754679
 */
@Since(version = "2.4.0")
fun toDateTime(number: Number, unit: MillisOrSecs | Null = null): DateTime = coerce(number, "DATE_TIME", {unit: unit})
fun toDateTime(str: String, formatters: Array<Formatter>): DateTime = anyFormat(str, formatters, "DATE_TIME")
fun toDateTime(str: String, format: String | Null = null, locale: String | Null = null): DateTime = coerce(str, "DATE_TIME", {format: format, locale: locale})

/**
 * Date and time of a text in the first of several formats that fits; null where none does.
 *
 *     toDateTimeOrNull("2003-10-01T23:57:59Z")
 *     => |2003-10-01T23:57:59Z|
 *
 *     toDateTimeOrNull("soon", [{format: "uuuu-MM-dd HH:mm:ssZ"}])
 *     => null
 */
@Since(version = "2.5.0")
fun toDateTimeOrNull(str: String, formatters: Array<Formatter>): DateTime | Null = firstFormat(str, formatters, "DATE_TIME")
fun toDateTimeOrNull(str: String, format: String | Null = null, locale: String | Null = null): DateTime | Null = coerceOrNull(str, "DATE_TIME", {format: format, locale: locale})

/**
 * Date and time, without a zone, of a text in a format.
 *
 *     toLocalDateTime("2015-10-01T23:57:59")
 *     => |2015-10-01T23:57:59|
 *
 *     toLocalDateTime("2003-01-02 03:04", [{format: "uuuu/MM/dd"}, {format: "uuuu-MM-dd HH:mm"}]).minutes
 *     => 4
 */
@Since(version = "2.4.0")
fun toLocalDateTime(str: String, formatters: Array<Formatter>): LocalDateTime = anyFormat(str, formatters, "LOCAL_DATE_TIME")
fun toLocalDateTime(str: String, format: String | Null = null, locale: String | Null = null): LocalDateTime = coerce(str, "LOCAL_DATE_TIME", {format: format, locale: locale})

/**
 * Date and time, without a zone, of a text in the first of several formats that fits; null where none does.
 *
 *     toLocalDateTimeOrNull("2015-10-01T23:57:59")
 *     => |2015-10-01T23:57:59|
 *
 *     toLocalDateTimeOrNull("2015-10-01", [{format: "uuuu-MM-dd HH:mm"}])
 *     => null
 */
@Since(version = "2.5.0")
fun toLocalDateTimeOrNull(str: String, formatters: Array<Formatter>): LocalDateTime | Null = firstFormat(str, formatters, "LOCAL_DATE_TIME")
fun toLocalDateTimeOrNull(str: String, format: String | Null = null, locale: String | Null = null): LocalDateTime | Null = coerceOrNull(str, "LOCAL_DATE_TIME", {format: format, locale: locale})

/**
 * Time, without a zone, of a text in a format.
 *
 *     toLocalTime("23:57:59")
 *     => |23:57:59|
 *
 *     toLocalTime("11:57 PM", "hh:mm a", "en").hour
 *     => 23
 */
@Since(version = "2.4.0")
fun toLocalTime(str: String, formatters: Array<Formatter>): LocalTime = anyFormat(str, formatters, "LOCAL_TIME")
fun toLocalTime(str: String, format: String | Null = null, locale: String | Null = null): LocalTime = coerce(str, "LOCAL_TIME", {format: format, locale: locale})

/**
 * Time, without a zone, of a text in the first of several formats that fits; null where none does.
 *
 *     toLocalTimeOrNull("23:57:59")
 *     => |23:57:59|
 *
 *     toLocalTimeOrNull("23:57:59", [{format: "HH-mm"}])
 *     => null
 */
@Since(version = "2.5.0")
fun toLocalTimeOrNull(str: String, formatters: Array<Formatter>): LocalTime | Null = firstFormat(str, formatters, "LOCAL_TIME")
fun toLocalTimeOrNull(str: String, format: String | Null = null, locale: String | Null = null): LocalTime | Null = coerceOrNull(str, "LOCAL_TIME", {format: format, locale: locale})

/**
 * Number of a text in a format, of a point in time, or of a time in a unit.
 *
 *     [toNumber("1.5"), toNumber("1,25", "#.##", "ES") + 0]
 *     => [1.5, 1.25]
 *
 *     [toNumber(|2015-10-01T23:57:59Z|), toNumber(|2015-10-01T23:57:59Z|, "milliseconds") + 0]
 *     => [1443743879, 1443743879000]
 *
 *     [toNumber(|PT1H10M|, "seconds"), toNumber(|PT1M7S|, "milliseconds"), toNumber(|PT90M|, "minutes")] map $ + 0
 *     => [4200, 67000, 90]
 */
@Since(version = "2.4.0")
fun toNumber(dateTime: DateTime, unit: MillisOrSecs | Null = null): Number = coerce(dateTime, "NUMBER", {unit: unit})
fun toNumber(period: Period, unit: PeriodUnits | Null = null): Number = coerce(period, "NUMBER", {unit: unit})
fun toNumber(value: String | Key, formatters: Array<Formatter>): Number = anyFormat(value, formatters, "NUMBER")
fun toNumber(value: String | Key, format: String | Null = null, locale: String | Null = null): Number = coerce(value, "NUMBER", {format: format, locale: locale})

/**
 * Number of a text in the first of several formats that fits; null where none does.
 *
 *     toNumberOrNull("0.005", [{format: "seconds"}, {format: ".00"}])
 *     => 0.005 as Number {format: ".00"}
 *
 *     [toNumberOrNull("0.005", [{format: "seconds"}]), toNumberOrNull("many")]
 *     => [null, null]
 */
@Since(version = "2.5.0")
fun toNumberOrNull(str: String | Key, formatters: Array<Formatter>): Number | Null = firstFormat(str, formatters, "NUMBER")
fun toNumberOrNull(value: String | Key, format: String | Null = null, locale: String | Null = null): Number | Null = coerceOrNull(value, "NUMBER", {format: format, locale: locale})

/**
 * Time or span of days that a text such as P1D or PT1H stands for.
 *
 *     toPeriod("P1D")
 *     => |P1D|
 *
 *     toPeriod("a while")
 *     => error CANNOT-COERCE
 */
@Since(version = "2.4.0")
fun toPeriod(str: String): Period = str as Period

/**
 * Regular expression of a text.
 *
 *     "2024" matches toRegex("[0-9]+")
 *     => true
 *
 *     toRegex("[")
 *     => error BAD-REGEX
 */
@Since(version = "2.4.0")
fun toRegex(str: String): Regex = str as Regex

/**
 * Text of a value: of a number or date in a format, of bytes in an encoding, of texts one after the other.
 *
 *     [toString(1.0), toString(0.016, ".00"), toString(0.035, "#.##", "ES"), toString(5.55, "#.#", null, "DOWN")] map ($ ++ "")
 *     => ["1", ".02", "0,04", "5.5"]
 *
 *     [toString(|2003-10-01|, "uuuu/MM/dd"), toString(|2003-01-01|, "EEEE", "es"), toString(|PT1H|)] map ($ ++ "")
 *     => ["2003/10/01", "miércoles", "PT1H"]
 *
 *     [toString(["a", "b"]), toString(true), toString("ä" as Binary {encoding: "ISO-8859-1"}, "ISO-8859-1")]
 *     => ["ab", "true", "ä"]
 */
@Since(version = "2.4.0")
fun toString(number: Number, format: String | Null = null, locale: String | Null = null, roundMode: RoundingMode | Null = null): String = coerce(number, "STRING", {format: format, locale: locale, roundMode: roundMode})
fun toString(date: Date | DateTime | LocalDateTime | LocalTime | Time, format: String | Null = null, locale: String | Null = null): String = coerce(date, "STRING", {format: format, locale: locale})
fun toString(binary: Binary, encoding: String): String = decode(binary, encoding)
fun toString(data: TimeZone | Uri | Boolean | Period | Regex | Key): String = data as String
fun toString(arr: Array<String>): String = arr joinBy ""

/**
 * Time in a zone of a text in a format.
 *
 *     toTime("23:57:59Z")
 *     => |23:57:59Z|
 *
 *     toTime("13:44:12+01:00", [{format: "HH:mm"}, {format: "HH:mm:ssxxx"}]).hour
 *     => 13
 */
@Since(version = "2.4.0")
fun toTime(str: String, formatters: Array<Formatter>): Time = anyFormat(str, formatters, "TIME")
fun toTime(str: String, format: String | Null = null, locale: String | Null = null): Time = coerce(str, "TIME", {format: format, locale: locale})

/**
 * Time in a zone of a text in the first of several formats that fits; null where none does.
 *
 *     toTimeOrNull("23:57:59Z")
 *     => |23:57:59Z|
 *
 *     toTimeOrNull("noon", [{format: "HH:mm:ssxxx"}])
 *     => null
 */
@Since(version = "2.5.0")
fun toTimeOrNull(str: String, formatters: Array<Formatter>): Time | Null = firstFormat(str, formatters, "TIME")
fun toTimeOrNull(str: String, format: String | Null = null, locale: String | Null = null): Time | Null = coerceOrNull(str, "TIME", {format: format, locale: locale})

/**
 * Zone of its name or offset.
 *
 *     [toTimeZone("-03:00"), toTimeZone("America/Santiago")]
 *     => [|-03:00|, |America/Santiago|]
 */
@Since(version = "2.4.0")
fun toTimeZone(str: String): TimeZone = str as TimeZone

/**
 * URI of its text.
 *
 *     toUri("https://example.com") as String
 *     => "https://example.com"
 */
@Since(version = "2.4.0")
fun toUri(str: String): Uri = str as Uri
