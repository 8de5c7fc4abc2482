var v = "x" <~ {note: "n"}
---
{value: v, note: v.^note, kind: typeOf(v)}
