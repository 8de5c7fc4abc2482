%dw 2.0
output properties
---
{"a b": " x", "k:=": "tab\tline\n", number: 1, "é": "€", none: null}
