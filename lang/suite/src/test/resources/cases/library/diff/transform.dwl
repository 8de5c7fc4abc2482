import diff from dw::util::Diff
var d = diff({a: 1, b: [1, 2]}, {a: 1, b: [1, 3]})
---
[d.matches, d.diffs.path, diff({x: 1}, {x: 1}).matches]
