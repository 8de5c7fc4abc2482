import * from dw::Runtime
var bad = try(() -> "x" as Number)
---
{ok: try(() -> 1).result, bad: bad.success, kind: bad.error.kind, other: bad orElse "saved", again: (bad orElseTry (() -> 5)).result, guarded: failIf(3, (v) -> v > 5)}
