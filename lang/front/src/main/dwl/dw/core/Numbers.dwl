%dw 2.0

/**
 * The whole number that binary digits stand for.
 *
 *     [fromBinary("101"), fromBinary("-10"), fromBinary("0"), fromBinary(null)]
 *     => [5, -2, 0, null]
 *
 *     fromBinary("12")
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.2.0")
fun fromBinary(binaryText: String): Number = fromRadixNumber(binaryText, 2)
@Since(version = "2.2.0")
fun fromBinary(binaryText: Null): Null = null

/**
 * The whole number that hexadecimal digits stand for, small or capital.
 *
 *     [fromHex("ff"), fromHex("-1A"), fromHex("ffffffffffffffffff"), fromHex(null)]
 *     => [255, -26, 4722366482869645213695, null]
 */
@Since(version = "2.2.0")
fun fromHex(hexText: String): Number = fromRadixNumber(hexText, 16)
@Since(version = "2.2.0")
fun fromHex(hexText: Null): Null = null

/**
 * The whole number that digits with a radix from 2 to 36 stand for.
 *
 *     [fromRadixNumber("10", 2), fromRadixNumber("FF", 16), fromRadixNumber("zz", 36)]
 *     => [2, 255, 1295]
 *
 *     fromRadixNumber("10", 37)
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.2.0")
fun fromRadixNumber(numberStr: String, radix: Number): Number = native("numbers::fromRadix")

/**
 * The number in binary digits, without its fraction.
 *
 *     [toBinary(5), toBinary(-2), toBinary(0), toBinary(null)]
 *     => ["101", "-10", "0", null]
 */
@Since(version = "2.2.0")
fun toBinary(number: Number): String = toRadixNumber(number, 2)
@Since(version = "2.2.0")
fun toBinary(number: Null): Null = null

/**
 * The number in hexadecimal digits, small ones, without its fraction.
 *
 *     [toHex(255), toHex(-26), toHex(0), toHex(null)]
 *     => ["ff", "-1a", "0", null]
 */
@Since(version = "2.2.0")
fun toHex(number: Number): String = toRadixNumber(number, 16)
@Since(version = "2.2.0")
fun toHex(number: Null): Null = null

/**
 * The number in digits with a radix from 2 to 36, without its fraction.
 *
 *     [toRadixNumber(10, 2), toRadixNumber(255.9, 16), toRadixNumber(1295, 36)]
 *     => ["1010", "ff", "zz"]
 *
 *     toRadixNumber(10, 1)
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.2.0")
fun toRadixNumber(number: Number, radix: Number): String = native("numbers::toRadix")
