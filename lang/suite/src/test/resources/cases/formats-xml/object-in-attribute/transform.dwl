%dw 2.0
output application/xml
---
{r: {a @(x: {y: 1}): 1}}
