import * from dw::Crypto
import toHex from dw::core::Binaries
output application/json
fun hex(algorithm) = toHex(hashWith("abc" as Binary, algorithm))
---
{
  md5: MD5("" as Binary),
  sha1: SHA1("" as Binary),
  md2: hex("MD2"),
  sha224: hex("SHA-224"),
  sha384: hex("SHA-384"),
  sha512: hex("SHA-512"),
  hmacMd5: HMACWith("Jefe" as Binary, "what do ya want for nothing?" as Binary, "HmacMD5"),
  hmac512: HMACWith("Jefe" as Binary, "what do ya want for nothing?" as Binary, "HmacSHA512"),
  noSecret: HMACWith("" as Binary, "" as Binary, "HmacSHA256"),
  bytes: sizeOf(HMACBinary("k" as Binary, "x" as Binary))
}
