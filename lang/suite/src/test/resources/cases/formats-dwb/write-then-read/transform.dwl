%dw 2.0
output application/dw
ns o http://orders
---
read(write({o#order @(id: 7): {at: |2024-02-29T10:20:30Z|, total: "12.50" as Number {format: "0.00"}, big: 12345678901234567890, list: [null, true, "x"]}}, "application/dwb"), "application/dw+binary")
