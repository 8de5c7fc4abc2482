%dw 2.0

/**
 * One binary after the other; null adds nothing.
 *
 *     "ab" as Binary concatWith ("cd" as Binary)
 *     => "abcd" as Binary
 *
 *     "ab" as Binary concatWith null
 *     => "ab" as Binary
 */
@Since(version = "2.5.0")
fun concatWith(source: Binary, with: Binary): Binary = native("binaries::concat")
fun concatWith(source: Binary, with: Null): Binary = source
fun concatWith(source: Null, with: Binary): Binary = with

/**
 * Bytes of a base64 text; line ends in it do not matter.
 *
 *     fromBase64("aGVsbG8=") as String
 *     => "hello"
 *
 *     fromBase64("?")
 *     => error WRONG-ARGUMENT
 */
fun fromBase64(base64String: String): Binary = native("binaries::fromBase64")

/**
 * Bytes of a text of hexadecimal digits, small or capital.
 *
 *     fromHex("68656c6C6F") as String
 *     => "hello"
 *
 *     fromHex("xy")
 *     => error WRONG-ARGUMENT
 */
fun fromHex(hexString: String): Binary = native("binaries::fromHex")

/**
 * Lines of bytes in an encoding.
 *
 *     "one\ntwo\r\nthree" as Binary readLinesWith "UTF-8"
 *     => ["one", "two", "three"]
 *
 *     fromHex("E40A62") readLinesWith "ISO-8859-1"
 *     => ["ä", "b"]
 */
fun readLinesWith(content: Binary, charset: String): Array<String> = native("binaries::readLines")

/**
 * Bytes in base64, on one line.
 *
 *     toBase64("hello" as Binary)
 *     => "aGVsbG8="
 */
fun toBase64(content: Binary): String = native("binaries::toBase64")

/**
 * Bytes in capital hexadecimal digits, two for each.
 *
 *     toHex("hello" as Binary)
 *     => "68656C6C6F"
 */
fun toHex(content: Binary): String = native("binaries::toHex")

/**
 * Lines as bytes in an encoding, each with a line end behind it.
 *
 *     toHex(["ä", "b"] writeLinesWith "ISO-8859-1")
 *     => "E40A620A"
 */
fun writeLinesWith(content: Array<String>, charset: String): Binary = native("binaries::writeLines")
