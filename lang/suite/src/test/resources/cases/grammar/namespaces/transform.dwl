%dw 2.0
output application/xml writeDeclaration=false
ns a http://a.example
ns b http://b.example
---
{a#root @(b#id: 1, plain: "x"): {b#child: a.uri}}
