%dw 2.0
output text/event-stream
---
[{id: 1, data: "a\nb"}, {event: "end", data: ""}]
