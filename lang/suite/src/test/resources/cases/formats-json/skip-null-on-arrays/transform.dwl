output application/json skipNullOn="arrays"
---
{a: null, b: [null, 1]}
