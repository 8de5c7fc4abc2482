ns n http://n
var o = {n#a: 1, a: 2}
---
[sizeOf(o - "a"), sizeOf(o -- keysOf({n#a: 0})), valuesOf(o -- keysOf({n#a: 0}))]
