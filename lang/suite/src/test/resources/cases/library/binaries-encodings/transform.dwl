import * from dw::core::Binaries
output application/json
---
[
  toBase64("" as Binary), toHex(fromHex("ABC")), ("" as Binary) readLinesWith "UTF-8", ("a\n\nb\n" as Binary) readLinesWith "UTF-8",
  toHex(["é"] writeLinesWith "UTF-16BE"), toHex(fromBase64("_-8=")), toHex(fromBase64("//\r\n8=")),
  toHex(concatWith(fromHex("01"), fromHex("02"))), (["x", "y"] writeLinesWith "UTF-8") readLinesWith "UTF-8"
]
