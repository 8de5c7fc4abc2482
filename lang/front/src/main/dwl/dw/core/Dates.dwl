%dw 2.0

type DateFactory = {day: Number, month: Number, year: Number}
type Zoned = {timeZone: TimeZone}
type LocalTimeFactory = {hour: Number, minutes: Number, seconds: Number}
type TimeFactory = LocalTimeFactory & Zoned
type LocalDateTimeFactory = DateFactory & LocalTimeFactory
type DateTimeFactory = DateFactory & LocalTimeFactory & Zoned

/**
 * The day's midnight, in the value's own zone.
 *
 *     atBeginningOfDay(|2020-10-06T18:23:20.351-03:00|)
 *     => |2020-10-06T00:00:00-03:00|
 *
 *     atBeginningOfDay(|2020-10-06T18:23:20.351|)
 *     => |2020-10-06T00:00:00|
 */
@Since(version = "2.4.0")
fun atBeginningOfDay(dateTime: DateTime): DateTime = native("dates::atBeginningOfDay")
fun atBeginningOfDay(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfDay")

/**
 * The full hour before.
 *
 *     atBeginningOfHour(|2020-10-06T18:23:20.351-03:00|)
 *     => |2020-10-06T18:00:00-03:00|
 *
 *     [atBeginningOfHour(|18:23:20.351|), atBeginningOfHour(|18:23:20.351-03:00|)]
 *     => [|18:00:00|, |18:00:00-03:00|]
 */
@Since(version = "2.4.0")
fun atBeginningOfHour(dateTime: DateTime): DateTime = native("dates::atBeginningOfHour")
fun atBeginningOfHour(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfHour")
fun atBeginningOfHour(localTime: LocalTime): LocalTime = native("dates::atBeginningOfHour")
fun atBeginningOfHour(time: Time): Time = native("dates::atBeginningOfHour")

/**
 * The first day of the month, at midnight.
 *
 *     atBeginningOfMonth(|2020-10-06T18:23:20.351-03:00|)
 *     => |2020-10-01T00:00:00-03:00|
 *
 *     atBeginningOfMonth(|2020-10-06|)
 *     => |2020-10-01|
 */
@Since(version = "2.4.0")
fun atBeginningOfMonth(dateTime: DateTime): DateTime = native("dates::atBeginningOfMonth")
fun atBeginningOfMonth(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfMonth")
fun atBeginningOfMonth(date: Date): Date = native("dates::atBeginningOfMonth")

/**
 * The Sunday with which the week begins, at midnight.
 *
 *     atBeginningOfWeek(|2020-10-06T18:23:20.351-03:00|)
 *     => |2020-10-04T00:00:00-03:00|
 *
 *     [atBeginningOfWeek(|2020-10-04|), atBeginningOfWeek(|2021-01-01|)]
 *     => [|2020-10-04|, |2020-12-27|]
 */
@Since(version = "2.4.0")
fun atBeginningOfWeek(dateTime: DateTime): DateTime = native("dates::atBeginningOfWeek")
fun atBeginningOfWeek(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfWeek")
fun atBeginningOfWeek(date: Date): Date = native("dates::atBeginningOfWeek")

/**
 * The first of January, at midnight.
 *
 *     atBeginningOfYear(|2020-10-06T18:23:20.351-03:00|)
 *     => |2020-01-01T00:00:00-03:00|
 *
 *     atBeginningOfYear(|2020-10-06|)
 *     => |2020-01-01|
 */
@Since(version = "2.4.0")
fun atBeginningOfYear(dateTime: DateTime): DateTime = native("dates::atBeginningOfYear")
fun atBeginningOfYear(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfYear")
fun atBeginningOfYear(date: Date): Date = native("dates::atBeginningOfYear")

/**
 * Date of its parts.
 *
 *     date({year: 2024, month: 2, day: 29})
 *     => |2024-02-29|
 *
 *     date({year: 2023, month: 2, day: 29})
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.4.0")
fun date(parts: DateFactory): Date = native("dates::date")

/**
 * Date and time of its parts in a zone.
 *
 *     dateTime({year: 2012, month: 10, day: 11, hour: 12, minutes: 30, seconds: 40.5, timeZone: |-03:00|})
 *     => |2012-10-11T12:30:40.5-03:00|
 */
@Since(version = "2.4.0")
fun dateTime(parts: DateTimeFactory): DateTime = native("dates::dateTime")

/**
 * Date and time of its parts, without a zone.
 *
 *     localDateTime({year: 2012, month: 10, day: 11, hour: 12, minutes: 30, seconds: 40})
 *     => |2012-10-11T12:30:40|
 */
@Since(version = "2.4.0")
fun localDateTime(parts: LocalDateTimeFactory): LocalDateTime = native("dates::localDateTime")

/**
 * Time of its parts, without a zone.
 *
 *     localTime({hour: 12, minutes: 30, seconds: 40})
 *     => |12:30:40|
 */
@Since(version = "2.4.0")
fun localTime(parts: LocalTimeFactory): LocalTime = native("dates::localTime")

/**
 * Time of its parts in a zone.
 *
 *     time({hour: 12, minutes: 30, seconds: 40, timeZone: |+01:00|})
 *     => |12:30:40+01:00|
 */
@Since(version = "2.4.0")
fun time(parts: TimeFactory): Time = native("dates::time")

/**
 * The current date.
 *
 *     today() == now() as Date
 *     => true
 */
@Since(version = "2.4.0")
fun today(): Date = native("dates::today")

/**
 * The day after the current one.
 *
 *     tomorrow() - today()
 *     => |PT24H|
 */
@Since(version = "2.4.0")
fun tomorrow(): Date = today() + |P1D|

/**
 * The day before the current one.
 *
 *     today() - yesterday()
 *     => |PT24H|
 */
@Since(version = "2.4.0")
fun yesterday(): Date = today() - |P1D|
