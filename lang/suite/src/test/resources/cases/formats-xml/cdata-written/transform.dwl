%dw 2.0
output application/xml
---
{r: {a: "<x> ]]> y" as CData, b: "<x> ]]> y"}}
