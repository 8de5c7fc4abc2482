%dw 2.0

type DateFactory = {day: Number, month: Number, year: Number}
type LocalTimeFactory = {hour: Number, minutes: Number, seconds: Number}
type TimeFactory = {hour: Number, minutes: Number, seconds: Number, timeZone: TimeZone}
type LocalDateTimeFactory = {day: Number, month: Number, year: Number, hour: Number, minutes: Number, seconds: Number}
type DateTimeFactory = {day: Number, month: Number, year: Number, hour: Number, minutes: Number, seconds: Number, timeZone: TimeZone}

/** Midnight of the day. */
fun atBeginningOfDay(dateTime: DateTime): DateTime = native("dates::atBeginningOfDay")
fun atBeginningOfDay(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfDay")

/** The full hour. */
fun atBeginningOfHour(dateTime: DateTime): DateTime = native("dates::atBeginningOfHour")
fun atBeginningOfHour(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfHour")
fun atBeginningOfHour(localTime: LocalTime): LocalTime = native("dates::atBeginningOfHour")
fun atBeginningOfHour(time: Time): Time = native("dates::atBeginningOfHour")

/** The first day of the month. */
fun atBeginningOfMonth(dateTime: DateTime): DateTime = native("dates::atBeginningOfMonth")
fun atBeginningOfMonth(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfMonth")
fun atBeginningOfMonth(date: Date): Date = native("dates::atBeginningOfMonth")

/** The Sunday of the week. */
fun atBeginningOfWeek(dateTime: DateTime): DateTime = native("dates::atBeginningOfWeek")
fun atBeginningOfWeek(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfWeek")
fun atBeginningOfWeek(date: Date): Date = native("dates::atBeginningOfWeek")

/** The first day of the year. */
fun atBeginningOfYear(dateTime: DateTime): DateTime = native("dates::atBeginningOfYear")
fun atBeginningOfYear(localDateTime: LocalDateTime): LocalDateTime = native("dates::atBeginningOfYear")
fun atBeginningOfYear(date: Date): Date = native("dates::atBeginningOfYear")

/** A date of its parts. */
fun date(parts: DateFactory): Date = native("dates::date")
fun dateTime(parts: DateTimeFactory): DateTime = native("dates::dateTime")
fun localDateTime(parts: LocalDateTimeFactory): LocalDateTime = native("dates::localDateTime")
fun localTime(parts: LocalTimeFactory): LocalTime = native("dates::localTime")
fun time(parts: TimeFactory): Time = native("dates::time")

/** The current day and its neighbours. */
fun today(): Date = native("dates::today")
fun tomorrow(): Date = today() + |P1D|
fun yesterday(): Date = today() - |P1D|
