%dw 2.0
output application/yaml
---
{name: "Hinny", tags: ["a", {k: 1, l: []}, [1, 2]], none: null, empty: {}, nested: {a: {b: true}}}
