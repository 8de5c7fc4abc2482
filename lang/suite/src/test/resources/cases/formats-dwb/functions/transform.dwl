output application/dwb
---
{f: (x) -> x}
