%dw 2.0
output application/xml onInvalidChar="base64"
---
{r: {bad: "a\u0001b", good: "x"}}
