var a = do {
  var inner = 1
  ---
  inner
}
---
[a, inner]
