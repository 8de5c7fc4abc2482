output application/yaml writeDeclaration=false
---
["true", "12", "1.0", "no", "", " x", "a: b", "a #b", "- x", "2020-01-01", "~", "plain text", "a:b", "it's"]
