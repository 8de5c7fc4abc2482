%dw 2.0

var E = 2.718281828459045
var PI = 3.141592653589793

/** Angles and their functions, in radians. */
fun acos(angle: Number): Number | Null = native("numbers::acos")
fun asin(angle: Number): Number | Null = native("numbers::asin")
fun atan(angle: Number): Number = native("numbers::atan")
fun cos(angle: Number): Number = native("numbers::cos")
fun sin(angle: Number): Number = native("numbers::sin")
fun tan(angle: Number): Number = native("numbers::tan")
fun toDegrees(angrad: Number): Number = native("numbers::toDegrees")
fun toRadians(angdeg: Number): Number = native("numbers::toRadians")

/** Logarithms. */
fun log10(a: Number): Number | Null = native("numbers::log10")
fun logn(a: Number): Number | Null = native("numbers::logn")
