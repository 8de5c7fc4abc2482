%dw 2.0

/** The digest of the content. */
fun hashWith(content: Binary, algorithm: String = "SHA-1"): Binary = native("crypto::hash")

/** The message authentication code. */
fun HMACBinary(secret: Binary, content: Binary, algorithm: String = "HmacSHA1"): Binary = native("crypto::hmac")

/** The message authentication code in hexadecimal digits. */
fun HMACWith(secret: Binary, content: Binary, algorithm: String = "HmacSHA1"): String = native("crypto::hmacHex")

/** The MD5 digest in hexadecimal digits. */
fun MD5(content: Binary): String = hashHex(content, "MD5")

/** The SHA-1 digest in hexadecimal digits. */
fun SHA1(content: Binary): String = hashHex(content, "SHA-1")

fun hashHex(content: Binary, algorithm: String): String = native("crypto::hashHex")
