%dw 2.0
output application/xml
---
{r: {a: {"two words": 1}}}
