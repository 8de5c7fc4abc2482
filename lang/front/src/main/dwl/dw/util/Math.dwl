%dw 2.0

/** Base of natural logarithms. */
@Since(version = "2.4.0")
var E = 2.718281828459045

/** Circumference of a circle of diameter 1. */
@Since(version = "2.4.0")
var PI = 3.141592653589793

/**
 * Angle, in radians, of a cosine.
 *
 *     acos(1)
 *     => 0
 */
@Since(version = "2.4.0")
fun acos(angle: Number): Number | Null = native("numbers::acos")

/**
 * Angle, in radians, of a sine.
 *
 *     round(asin(1) * 1000)
 *     => 1571
 */
@Since(version = "2.4.0")
fun asin(angle: Number): Number | Null = native("numbers::asin")

/**
 * Angle, in radians, of a tangent.
 *
 *     round(atan(1) * 1000)
 *     => 785
 */
@Since(version = "2.4.0")
fun atan(angle: Number): Number = native("numbers::atan")

/**
 * Cosine of an angle in radians.
 *
 *     [cos(0), cos(PI)]
 *     => [1, -1]
 */
@Since(version = "2.4.0")
fun cos(angle: Number): Number = native("numbers::cos")

/**
 * Logarithm to the base of ten.
 *
 *     [log10(1000), log10(1)]
 *     => [3, 0]
 */
@Since(version = "2.4.0")
fun log10(a: Number): Number | Null = native("numbers::log10")

/**
 * Natural logarithm.
 *
 *     [logn(E), logn(1)]
 *     => [1, 0]
 */
@Since(version = "2.4.0")
fun logn(a: Number): Number | Null = native("numbers::logn")

/**
 * Sine of an angle in radians.
 *
 *     [sin(0), sin(PI / 2)]
 *     => [0, 1]
 */
@Since(version = "2.4.0")
fun sin(angle: Number): Number = native("numbers::sin")

/**
 * Tangent of an angle in radians.
 *
 *     tan(0)
 *     => 0
 */
@Since(version = "2.4.0")
fun tan(angle: Number): Number = native("numbers::tan")

/**
 * Radians in degrees.
 *
 *     round(toDegrees(PI / 2))
 *     => 90
 */
@Since(version = "2.4.0")
fun toDegrees(angrad: Number): Number = native("numbers::toDegrees")

/**
 * Degrees in radians.
 *
 *     toRadians(0)
 *     => 0
 *
 *     round(toRadians(180) * 1000)
 *     => 3142
 */
@Since(version = "2.4.0")
fun toRadians(angdeg: Number): Number = native("numbers::toRadians")
