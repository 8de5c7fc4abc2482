%dw 2.0
output properties
---
{a: {b: 1}}
