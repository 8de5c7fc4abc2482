%dw 2.0
output application/xml escapeCR=true escapeGT=true
---
{r: "a > b\r\nc"}
