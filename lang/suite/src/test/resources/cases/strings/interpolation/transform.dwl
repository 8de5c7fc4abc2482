var n = "Ann"
---
["Hi $n", "1 + 1 = $(1 + 1)", '$(n) and \$5', `$(upper(n))!`, "$(null)"]
