%dw 2.0
output application/xml skipNullOn="sometimes"
---
{r: {a: null, b: "", c: {}, d @(x: null, y: ""): "t", e: [1, null, 2]}}
