%dw 2.0
output application/x-www-form-urlencoded encoding="ISO-8859-1"
---
{a: "é"}
