%dw 2.0
output text/plain
---
{a: 1}
