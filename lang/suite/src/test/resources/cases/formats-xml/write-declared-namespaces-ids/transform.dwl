%dw 2.0
ns a http://a.example
ns b http://b.example
ns c http://c.example
output application/xml writeDeclaredNamespaces="ids:a,c"
---
{r: {b#x: 1}}
