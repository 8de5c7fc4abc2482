%dw 2.0
import toHex from dw::core::Binaries
output application/json
---
lower(toHex(write([{CODE1: "AB", PACKED: -12345.67, COUNT1: 258, BIG: -2, ZONED: -123.4, SCALED: 42000}, {}], "application/flatfile", {schemaPath: "classpath://record.cpy", recordTerminator: "none", encoding: "ISO-8859-1"}) as Binary {encoding: "ISO-8859-1"}))
