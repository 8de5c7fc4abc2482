output application/json duplicateKeyAsArray=true
---
{a: 1, b: 2, a: 3, c: {x: 1, x: {y: 2}}}
