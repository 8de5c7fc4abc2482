%dw 2.0
import fromHex from dw::core::Binaries
output application/json
var value = read(fromHex("c1c2123456710102fffffffef1f2f3d4f4f2"), "application/flatfile", {schemaPath: "classpath://record.cpy", encoding: "IBM037"})
---
value
