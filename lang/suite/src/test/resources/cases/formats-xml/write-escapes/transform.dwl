%dw 2.0
output application/xml
---
{r @(a: "<\"'&>\n\t\r"): "<\"'&>]]>\n\r"}
