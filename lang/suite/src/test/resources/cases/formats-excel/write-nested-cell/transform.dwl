output application/xlsx
---
{Sheet1: [{a: [1]}]}
