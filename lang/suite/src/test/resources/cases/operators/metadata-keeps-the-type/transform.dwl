var n = 5 <~ {unit: "cm"}
---
{value: n + 1, type: typeOf(n), unit: n.^unit, lost: (n + 1).^unit}
