var o = {a: null, b @(x: 1): 2}
---
[o.a?, o.z?, o.b.@x?, o.b.@y?, o["a"]?]
