%dw 2.0
output application/xml
---
{r: {n: 1.50, b: true, d: |2024-02-29|, t: "x" as CData, u: 1e3}}
