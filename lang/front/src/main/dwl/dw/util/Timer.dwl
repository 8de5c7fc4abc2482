%dw 2.0

type DurationMeasurement<T> = {time: Number, result: T}
type TimeMeasurement<T> = {start: DateTime, result: T, end: DateTime}

/** Milliseconds since 1970. */
fun currentMilliseconds(): Number = native("dates::currentMilliseconds")
fun toMilliseconds(date: DateTime): Number = native("dates::milliseconds")

/** How long a computation takes, in milliseconds, with its result. */
fun duration<T>(valueToMeasure: () -> T): DurationMeasurement<T> = do {
  var start = currentMilliseconds()
  var result = [start, valueToMeasure()]
  ---
  {time: currentMilliseconds() - result[0], result: result[1]}
}

/** When a computation starts and ends, with its result. */
fun time<T>(valueToMeasure: () -> T): TimeMeasurement<T> = do {
  var measured = [now(), valueToMeasure()]
  ---
  {start: measured[0], result: measured[1], end: now()}
}
