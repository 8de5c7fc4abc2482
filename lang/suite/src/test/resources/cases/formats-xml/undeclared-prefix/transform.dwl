%dw 2.0
output application/xml
---
{r: {"soap:Body": 1}}
