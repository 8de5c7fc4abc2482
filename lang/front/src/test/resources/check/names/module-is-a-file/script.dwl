import a from my::own::Module
---
a
