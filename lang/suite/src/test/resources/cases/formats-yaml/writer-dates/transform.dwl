output application/yaml writeDeclaration=false
---
{date: |2024-02-29|, at: |2024-02-29T10:20:30Z|, wait: |PT5M|, n: 1.50, long: 12345678901234567890}
