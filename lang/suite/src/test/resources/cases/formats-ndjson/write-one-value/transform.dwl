%dw 2.0
output ndjson
---
{a: 1}
