%dw 2.0
import toHex from dw::core::Binaries
output application/json
---
lower(toHex(write([{b: "abc"}, {a: 7, b: "y"}], "application/flatfile", {schemaPath: "classpath://schema.ffd", recordTerminator: "none", useMissCharAsDefaultForFill: true, missingValues: "nulls"}) as Binary))
