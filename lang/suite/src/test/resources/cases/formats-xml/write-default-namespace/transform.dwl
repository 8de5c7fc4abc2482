%dw 2.0
ns a http://a.example
ns b http://b.example
ns c http://c.example
output application/xml defaultNamespace="http://a.example"
---
{r: {x: 1, a#y: 2, b#z: {q: 3}}}
