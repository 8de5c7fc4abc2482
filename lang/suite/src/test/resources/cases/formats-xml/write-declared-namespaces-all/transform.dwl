%dw 2.0
ns a http://a.example
ns b http://b.example
ns c http://c.example
output application/xml writeDeclaredNamespaces="All"
---
{r: {b#x: 1}}
