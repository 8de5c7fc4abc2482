%dw 2.0

/** Years, months and days from one date up to another. */
fun between(endDateExclusive: Date, startDateInclusive: Date): Period = native("dates::between")

/** Periods of one unit. */
fun days(nDays: Number): Period = native("dates::days")
fun hours(nHours: Number): Period = native("dates::hours")
fun minutes(nMinutes: Number): Period = native("dates::minutes")
fun months(nMonths: Number): Period = native("dates::months")
fun seconds(nSecs: Number): Period = native("dates::seconds")
fun years(nYears: Number): Period = native("dates::years")

/** A time of its parts. */
fun duration(period: {days?: Number, hours?: Number, minutes?: Number, seconds?: Number}): Period = native("dates::duration")

/** A span of days of its parts. */
fun period(period: {years?: Number, months?: Number, days?: Number}): Period = native("dates::period")
