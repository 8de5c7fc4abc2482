var x = "five"
---
-x
