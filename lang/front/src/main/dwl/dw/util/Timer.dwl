%dw 2.0

/** Milliseconds that a computation took, with its result. */
type DurationMeasurement<T> = {time: Number, result: T}

/** When a computation began and ended, with its result. */
type TimeMeasurement<T> = {start: DateTime, result: T, end: DateTime}

/**
 * Milliseconds since the beginning of 1970.
 *
 *     currentMilliseconds() > 1700000000000
 *     => true
 */
fun currentMilliseconds(): Number = native("dates::currentMilliseconds")

/**
 * Computes to the last part; the result with the milliseconds it took.
 *
 *     duration(() -> 1 + 1).result
 *     => 2
 *
 *     import wait from dw::Runtime
 *     ---
 *     duration(() -> 1 wait 20).time >= 19
 *     => true
 */
fun duration<T>(valueToMeasure: () -> T): DurationMeasurement<T> = do {
  var measured = time(valueToMeasure)
  ---
  {time: toMilliseconds(measured.end) - toMilliseconds(measured.start), result: measured.result}
}

/**
 * Computes to the last part; the result with its beginning and end.
 *
 *     time(() -> 1 + 1).result
 *     => 2
 *
 *     time(() -> 1) match { case t -> t.start <= t.end }
 *     => true
 */
fun time<T>(valueToMeasure: () -> T): TimeMeasurement<T> = native("runtime::time")

/**
 * Milliseconds from the beginning of 1970 to a date and time.
 *
 *     toMilliseconds(|2018-11-30T00:00:00Z|)
 *     => 1543536000000
 */
fun toMilliseconds(date: DateTime): Number = native("dates::milliseconds")
