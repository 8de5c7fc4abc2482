%dw 2.0

/** One binary after the other. */
fun concatWith(source: Binary, with: Binary): Binary = native("binaries::concat")
fun concatWith(source: Binary, with: Null): Binary = source
fun concatWith(source: Null, with: Binary): Binary = with

/** The bytes of a base64 text. */
fun fromBase64(base64String: String): Binary = native("binaries::fromBase64")

/** The bytes of a hexadecimal text. */
fun fromHex(hexString: String): Binary = native("binaries::fromHex")

/** The lines of the content. */
fun readLinesWith(content: Binary, charset: String): Array<String> = native("binaries::readLines")

/** The bytes in base64. */
fun toBase64(content: Binary): String = native("binaries::toBase64")

/** The bytes in hexadecimal digits. */
fun toHex(content: Binary): String = native("binaries::toHex")

/** The lines as bytes. */
fun writeLinesWith(content: Array<String>, charset: String): Binary = native("binaries::writeLines")
