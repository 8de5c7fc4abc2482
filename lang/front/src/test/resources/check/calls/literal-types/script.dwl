fun f(level: "info" | "error") = level
---
[f("info"), f("warn"), f(payload)]
