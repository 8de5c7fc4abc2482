var names = ["a", null]
---
{list: names joinBy ","}
