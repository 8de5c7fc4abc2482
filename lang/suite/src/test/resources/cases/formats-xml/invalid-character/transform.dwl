%dw 2.0
output application/xml
---
{r: {bad: "a\u0001b", good: "x"}}
