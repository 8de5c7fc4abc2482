var all = 1 to 20000
---
{kept: all filter ($ + 1)}
