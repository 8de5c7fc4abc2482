output application/xml writeDeclaration=false
---
{root: payload.r mapObject ((v, k) -> {(k) @(n: sizeOf(k.@ default {})): v})}
