%dw 2.0
output application/xml onInvalidChar="none" indent=false
---
{r: {bad: "a\u0001b", good: "x"}}
