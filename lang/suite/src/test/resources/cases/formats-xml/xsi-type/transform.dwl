%dw 2.0
ns acme http://acme.example
output application/xml
---
{user @((xsiType("user", acme))): {name: "P"}}
