output application/json
---
read(write({a: 1, a: 2}, "application/dwb"), "application/dwb").*a
