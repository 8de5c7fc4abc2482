%dw 2.0

/**
 * Digest of the content with any algorithm that the JVM has.
 *
 *     import toHex from dw::core::Binaries
 *     ---
 *     toHex(hashWith("hello" as Binary, "SHA-256"))
 *     => "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824"
 *
 *     import toHex from dw::core::Binaries
 *     ---
 *     toHex(hashWith("abc" as Binary))
 *     => "A9993E364706816ABA3E25717850C26C9CD0D89D"
 *
 *     hashWith("hello" as Binary, "SHA-9")
 *     => error UNKNOWN-ALGORITHM
 */
@Since(version = "2.2.0")
fun hashWith(content: Binary, algorithm: String = "SHA-1"): Binary = native("crypto::hash")

/**
 * Message authentication code of the content under a secret, as bytes.
 *
 *     import toHex from dw::core::Binaries
 *     ---
 *     toHex(HMACBinary("Jefe" as Binary, "what do ya want for nothing?" as Binary, "HmacSHA256"))
 *     => "5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843"
 */
fun HMACBinary(secret: Binary, content: Binary, algorithm: String = "HmacSHA1"): Binary = native("crypto::hmac")

/**
 * Message authentication code of the content under a secret, in small hexadecimal digits.
 *
 *     HMACWith("key" as Binary, "The quick brown fox jumps over the lazy dog" as Binary)
 *     => "de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9"
 *
 *     HMACWith("key" as Binary, "The quick brown fox jumps over the lazy dog" as Binary, "HmacSHA256")
 *     => "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"
 */
fun HMACWith(secret: Binary, content: Binary, @Since(version = "2.2.0") algorithm: String = "HmacSHA1"): String =
  native("crypto::hmacHex")

/**
 * MD5 digest in small hexadecimal digits.
 *
 *     MD5("abc" as Binary)
 *     => "900150983cd24fb0d6963f7d28e17f72"
 */
fun MD5(content: Binary): String = hashHex(content, "MD5")

/**
 * SHA-1 digest in small hexadecimal digits.
 *
 *     SHA1("abc" as Binary)
 *     => "a9993e364706816aba3e25717850c26c9cd0d89d"
 */
fun SHA1(content: Binary): String = hashHex(content, "SHA-1")

@Internal(permits = [])
fun hashHex(content: Binary, algorithm: String): String = native("crypto::hashHex")
