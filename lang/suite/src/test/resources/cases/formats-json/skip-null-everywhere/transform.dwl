output application/json skipNullOn="everywhere"
---
{a: null, b: [null, {c: null, d: 1}]}
