%dw 2.0
ns a http://a.example
ns b http://b.example
ns c http://c.example
output application/xml
---
{a#r: {x @(b#k: 1): 1, b#y: {b#z: 2}, a#w @(a#k: 1): 3}}
