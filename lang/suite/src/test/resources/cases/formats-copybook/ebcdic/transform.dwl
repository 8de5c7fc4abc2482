%dw 2.0
import fromHex from dw::core::Binaries
output application/json
var value = read(fromHex("c1c21234567d0102fffffffef1f2f3d4f4f215c1c30000100cffff00000001f0f0f0c5f0f115"), "application/flatfile", {schemaPath: "classpath://record.cpy", encoding: "IBM037"})
---
value
