output application/xml writeDeclaration=false
var extra = {b: 2}
---
root @(a: 1, (extra), (c: 3) if true): {leaf @("x-y": "z"): "t"}
