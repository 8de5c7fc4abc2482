%dw 2.0

/** The number that binary digits stand for. */
fun fromBinary(binaryText: String): Number = fromRadixNumber(binaryText, 2)
fun fromBinary(binaryText: Null): Null = null

/** The number that hexadecimal digits stand for. */
fun fromHex(hexText: String): Number = fromRadixNumber(hexText, 16)
fun fromHex(hexText: Null): Null = null

/** The number that digits stand for. */
fun fromRadixNumber(numberStr: String, radix: Number): Number = native("numbers::fromRadix")

/** The number in binary digits. */
fun toBinary(number: Number): String = toRadixNumber(number, 2)
fun toBinary(number: Null): Null = null

/** The number in hexadecimal digits. */
fun toHex(number: Number): String = toRadixNumber(number, 16)
fun toHex(number: Null): Null = null

/** The number in digits of a radix. */
fun toRadixNumber(number: Number, radix: Number): String = native("numbers::toRadix")
