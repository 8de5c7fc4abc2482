%dw 2.0
var d = {uri: "urn:d", prefix: ""} as Namespace
output application/xml
---
{d#r @(d#k: 1): {d#a: 1, b: 2}}
