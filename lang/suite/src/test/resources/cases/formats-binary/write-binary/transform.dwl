%dw 2.0
import fromHex from dw::core::Binaries
output application/octet-stream
---
fromHex("4869")
