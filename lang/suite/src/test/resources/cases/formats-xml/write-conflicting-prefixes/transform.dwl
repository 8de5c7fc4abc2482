%dw 2.0
var one = {uri: "urn:1", prefix: "p"} as Namespace
var two = {uri: "urn:2", prefix: "p"} as Namespace
output application/xml
---
{one#r: {one#a @(two#k: 1, one#l: 2): {two#b: {one#c: 1}}}}
