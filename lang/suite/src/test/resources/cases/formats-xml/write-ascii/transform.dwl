%dw 2.0
output application/xml encoding="US-ASCII"
---
{r @(a: "ü"): {a: "é 😀", b: "plain" as CData, c: "é <" as CData}}
