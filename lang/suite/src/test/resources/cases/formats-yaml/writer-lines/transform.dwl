output application/yaml writeDeclaration=false
---
{text: "first\nsecond\n", one: "a\tb"}
