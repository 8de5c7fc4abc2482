%dw 2.0
output text/event-stream
---
[{data: {a: 1}}]
