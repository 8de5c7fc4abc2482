%dw 2.0
output application/json
---
{
  kept: {a: 1, b: null, c: 3} mapObject ((($$): $) if ($ != null)),
  text: "x:\soap"
}
