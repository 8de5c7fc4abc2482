%dw 2.0
output application/xml onInvalidChar="ignore"
---
{r: {bad: "a\u0001b", good: "x"}}
