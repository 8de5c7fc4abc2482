import * from dw::util::Coercions
---
[toNumber("1,5", "0.0", "de"), toString(0.125, "0.00", "en", "UP"), toDate("2020/01/02", "uuuu/MM/dd"), toNumberOrNull("x"), toBinary("é", "ISO-8859-1") as String {encoding: "ISO-8859-1"}, toArray("ab")]
