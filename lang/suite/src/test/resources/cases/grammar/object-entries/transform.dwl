%dw 2.0
var key = "dynamic"
var more = {x: 1, y: 2}
var list = [{p: 1}, {q: 2}]
var yes = true
---
{
  plain: 1,
  "quoted key": 2,
  (key): 3,
  "$(key)-text": 4,
  (more),
  (list),
  (kept: 5) if yes,
  (dropped: 6) if not yes,
  ((key ++ "2"): 7) if (yes),
  nested: {(more.x as String): "one"}
}
