import * from dw::core::Arrays
---
joinKeyed([], [], (l) -> l, (r) -> r, "inner")
