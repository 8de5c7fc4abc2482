%dw 2.0
output application/xml encoding="KLINGON"
---
{r: 1}
