%dw 2.0
output application/json
---
read(write({A: [{x: 1}]}, "application/xlsx", {tableOffset: "C3", header: false}), "application/xlsx", {header: false})
