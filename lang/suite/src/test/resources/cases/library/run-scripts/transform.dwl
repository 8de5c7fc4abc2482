import * from dw::Runtime
var files = {"main.dwl": "import * from lib\n---\ntwice(n) ++ payload.x", "lib.dwl": "fun twice(a) = a * 2", "bad.dwl": "upper(nope)"}
var ok = eval("main.dwl", files, {payload: {value: "{\"x\": 1}" as Binary, mimeType: "application/json"}}, {n: 4})
var bad = eval("bad.dwl", files)
var ran = run("json.dwl", {"json.dwl": "output application/json\n---\n{a: n}"}, {}, {n: 1})
---
[ok.success, ok.value, bad.success, bad.kind, read(ran.value, "application/json").a, ran.mimeType]
