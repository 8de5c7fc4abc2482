%dw 2.0
var price = 2.5 as Number {format: "0.00"}
var marked = "x" <~ {unit: "kg"}
---
{format: price.^format, unit: marked.^unit, all: marked.^, none: "x".^unit, mime: payload.^mimeType}
