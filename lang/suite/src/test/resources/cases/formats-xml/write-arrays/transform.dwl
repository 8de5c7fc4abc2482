%dw 2.0
output application/xml
---
{r: {i: [1, {a: 2}, [3, 4], []], none: []}}
