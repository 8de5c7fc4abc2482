output jsn
---
1
