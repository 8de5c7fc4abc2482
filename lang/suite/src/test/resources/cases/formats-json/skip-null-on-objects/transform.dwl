output application/json skipNullOn="objects"
---
{a: null, b: [null, 1], c: {d: null}}
