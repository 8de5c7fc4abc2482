var customer = {a: 1}
---
custmer.a
