output application/yaml skipNullOn="everywhere", writeDeclaration=false
---
{a: null, b: [1, null, {c: null}], d: 2}
