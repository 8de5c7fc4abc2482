%dw 2.0

/**
 * Years, months and days from the second date up to the first.
 *
 *     between(|2010-12-12|, |2010-12-10|)
 *     => |P2D|
 *
 *     between(|2024-03-01|, |2022-01-31|)
 *     => |P2Y1M1D|
 *
 *     between(|2010-12-10|, |2010-12-12|)
 *     => |P-2D|
 */
@Since(version = "2.4.0")
fun between(endDateExclusive: Date, startDateInclusive: Date): Period = native("dates::between")

/**
 * So many days; a part of a day is a time.
 *
 *     |2021-01-28| + days(4)
 *     => |2021-02-01|
 *
 *     days(0.5)
 *     => |PT12H|
 */
@Since(version = "2.4.0")
fun days(nDays: Number): Period = native("dates::days")

/**
 * Time of so many days, hours, minutes and seconds.
 *
 *     duration({days: 4, hours: 11, minutes: 28})
 *     => |PT107H28M|
 *
 *     duration({})
 *     => |PT0S|
 */
@Since(version = "2.4.0")
fun duration(period: {days?: Number, hours?: Number, minutes?: Number, seconds?: Number}): Period =
  native("dates::duration")

/**
 * So many hours.
 *
 *     |2021-01-28T23:00:00| + hours(1.5)
 *     => |2021-01-29T00:30:00|
 */
@Since(version = "2.4.0")
fun hours(nHours: Number): Period = native("dates::hours")

/**
 * So many minutes.
 *
 *     minutes(90)
 *     => |PT1H30M|
 */
@Since(version = "2.4.0")
fun minutes(nMinutes: Number): Period = native("dates::minutes")

/**
 * So many months; a day that the month lacks becomes its last.
 *
 *     |2021-01-31| + months(1)
 *     => |2021-02-28|
 */
@Since(version = "2.4.0")
fun months(nMonths: Number): Period = native("dates::months")

/**
 * Span of so many years, months and days.
 *
 *     period({years: 4, months: 11, days: 28})
 *     => |P4Y11M28D|
 *
 *     |2020-10-05| + period({years: 1, days: 1})
 *     => |2021-10-06|
 */
@Since(version = "2.4.0")
fun period(period: {years?: Number, months?: Number, days?: Number}): Period = native("dates::period")

/**
 * So many seconds.
 *
 *     seconds(1.5)
 *     => |PT1.5S|
 */
@Since(version = "2.4.0")
fun seconds(nSecs: Number): Period = native("dates::seconds")

/**
 * So many years.
 *
 *     |2020-02-29| + years(1)
 *     => |2021-02-28|
 */
@Since(version = "2.4.0")
fun years(nYears: Number): Period = native("dates::years")
