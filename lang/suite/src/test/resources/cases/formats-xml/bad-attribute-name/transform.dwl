%dw 2.0
output application/xml
---
{r @("1a": 1): 1}
