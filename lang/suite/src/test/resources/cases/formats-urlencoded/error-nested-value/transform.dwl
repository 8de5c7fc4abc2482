%dw 2.0
output urlencoded
---
{a: {b: 1}}
