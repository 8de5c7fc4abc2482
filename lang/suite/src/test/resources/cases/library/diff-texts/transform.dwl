import diff from dw::util::Diff
output application/json
ns a http://a
ns b http://b
---
[
  diff({a#x: 1}, {b#x: 1}).diffs,
  diff({x @(c: 2): 1}, {x @(c: 3): 1}).diffs,
  diff({x: 1, x: 2}, {x: 1, x: 3}).diffs,
  diff({a: [{b: [1]}]}, {a: [{b: [2]}]}).diffs,
  diff({a: [1, 2]}, {a: [1]}).diffs,
  diff([1, 1, 2], [1, 2, 2], {unordered: true}).diffs,
  diff([[1, 2], {a: 3}], [{a: 3}, [2, 1]], {unordered: true}).matches,
  diff(1, "1", {}, "value").diffs
]
