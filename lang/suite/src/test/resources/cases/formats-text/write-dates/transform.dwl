%dw 2.0
output text/plain
---
|2026-02-03T04:05:06Z|
