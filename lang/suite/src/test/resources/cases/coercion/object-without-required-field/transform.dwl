type Item = {id: Number}
---
{name: "x"} as Item
