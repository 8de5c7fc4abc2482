var r = 1 to 3000000000
---
r orderBy -$
