%dw 2.0

type MillisOrSecs = "milliseconds" | "seconds"
type PeriodUnits = "hours" | "minutes" | "seconds" | "milliseconds" | "nanos" | "days" | "months" | "years"
type RoundingMode = "UP" | "DOWN" | "CEILING" | "FLOOR" | "HALF_UP" | "HALF_DOWN" | "HALF_EVEN"
type Formatter = {|format: String, locale?: String|}

fun coerce(value: Any, kind: String, properties: Object): Any = native("types::coerce")
fun coerceOrNull(value: Any, kind: String, properties: Object): Any = native("types::coerceOrNull")
fun encode(text: String, encoding: String): Binary = native("binaries::encode")
fun decode(binary: Binary, encoding: String): String = native("binaries::decode")
fun characters(text: String): Array<String> = native("strings::characters")

/** The first of several formats that fits. */
fun firstFormat(str: String, formatters: Array, kind: String): Any =
  (formatters map ((f) -> coerceOrNull(str, kind, {format: f.format, locale: f.locale})) filter ((made) -> made != null))[0]
    default coerce(str, kind, {format: formatters[0].format, locale: formatters[0].locale})

/** The characters. */
fun toArray(text: String): Array<String> = characters(text)

/** The bytes of a text. */
fun toBinary(str: String, encoding: String): Binary = encode(str, encoding)

fun toBoolean(str: String): Boolean = str as Boolean

/** Dates and times. */
fun toDate(str: String, formatters: Array<Formatter>): Date = firstFormat(str, formatters, "DATE")
fun toDate(str: String, format: String | Null = null, locale: String | Null = null): Date = coerce(str, "DATE", {format: format, locale: locale})
fun toDateTime(number: Number, unit: MillisOrSecs | Null = null): DateTime = coerce(number, "DATE_TIME", {unit: unit})
fun toDateTime(str: String, formatters: Array<Formatter>): DateTime = firstFormat(str, formatters, "DATE_TIME")
fun toDateTime(str: String, format: String | Null = null, locale: String | Null = null): DateTime = coerce(str, "DATE_TIME", {format: format, locale: locale})
fun toLocalDateTime(str: String, formatters: Array<Formatter>): LocalDateTime = firstFormat(str, formatters, "LOCAL_DATE_TIME")
fun toLocalDateTime(str: String, format: String | Null = null, locale: String | Null = null): LocalDateTime = coerce(str, "LOCAL_DATE_TIME", {format: format, locale: locale})
fun toLocalTime(str: String, formatters: Array<Formatter>): LocalTime = firstFormat(str, formatters, "LOCAL_TIME")
fun toLocalTime(str: String, format: String | Null = null, locale: String | Null = null): LocalTime = coerce(str, "LOCAL_TIME", {format: format, locale: locale})
fun toTime(str: String, formatters: Array<Formatter>): Time = firstFormat(str, formatters, "TIME")
fun toTime(str: String, format: String | Null = null, locale: String | Null = null): Time = coerce(str, "TIME", {format: format, locale: locale})

/** As the ones above, with null where the text does not fit. */
fun toDateOrNull(str: String, format: String | Null = null, locale: String | Null = null): Date | Null = coerceOrNull(str, "DATE", {format: format, locale: locale})
fun toDateTimeOrNull(str: String, format: String | Null = null, locale: String | Null = null): DateTime | Null = coerceOrNull(str, "DATE_TIME", {format: format, locale: locale})
fun toLocalDateTimeOrNull(str: String, format: String | Null = null, locale: String | Null = null): LocalDateTime | Null = coerceOrNull(str, "LOCAL_DATE_TIME", {format: format, locale: locale})
fun toLocalTimeOrNull(str: String, format: String | Null = null, locale: String | Null = null): LocalTime | Null = coerceOrNull(str, "LOCAL_TIME", {format: format, locale: locale})
fun toTimeOrNull(str: String, format: String | Null = null, locale: String | Null = null): Time | Null = coerceOrNull(str, "TIME", {format: format, locale: locale})
fun toNumberOrNull(value: String | Key, format: String | Null = null, locale: String | Null = null): Number | Null = coerceOrNull(value, "NUMBER", {format: format, locale: locale})

/** Numbers. */
fun toNumber(dateTime: DateTime, unit: MillisOrSecs | Null = null): Number = coerce(dateTime, "NUMBER", {unit: unit})
fun toNumber(period: Period, unit: PeriodUnits | Null = null): Number = coerce(period, "NUMBER", {unit: unit})
fun toNumber(value: String | Key, format: String | Null = null, locale: String | Null = null): Number = coerce(value, "NUMBER", {format: format, locale: locale})

fun toPeriod(str: String): Period = str as Period
fun toRegex(str: String): Regex = str as Regex
fun toTimeZone(str: String): TimeZone = str as TimeZone
fun toUri(str: String): Uri = str as Uri

/** Texts. */
fun toString(number: Number, format: String | Null = null, locale: String | Null = null, roundMode: RoundingMode | Null = null): String = coerce(number, "STRING", {format: format, locale: locale, roundMode: roundMode})
fun toString(date: Date | DateTime | LocalDateTime | LocalTime | Time, format: String | Null = null, locale: String | Null = null): String = coerce(date, "STRING", {format: format, locale: locale})
fun toString(binary: Binary, encoding: String): String = decode(binary, encoding)
fun toString(data: TimeZone | Uri | Boolean | Period | Regex | Key): String = data as String
fun toString(arr: Array<String>): String = arr joinBy ""
