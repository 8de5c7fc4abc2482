import fail from dw::Runtime
var broken = fail("never")
var o = {good: 1, bad: fail("unused")}
---
{a: o.good, b: sizeOf(o), c: if (true) 2 else broken}
