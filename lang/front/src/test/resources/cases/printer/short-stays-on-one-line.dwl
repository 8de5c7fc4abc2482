%dw 2.0
output   application/json
---
{ "a" : 1,
  'b c': [ 1,2 ,3 ] }
