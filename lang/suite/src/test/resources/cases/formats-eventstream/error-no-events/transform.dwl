%dw 2.0
output text/event-stream
---
[1]
