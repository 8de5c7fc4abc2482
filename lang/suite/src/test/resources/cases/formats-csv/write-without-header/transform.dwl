%dw 2.0
output application/csv header=false, lineSeparator="\r\n"
---
[{a: 1, b: |2026-01-02|}, {b: 4, a: 3}]
