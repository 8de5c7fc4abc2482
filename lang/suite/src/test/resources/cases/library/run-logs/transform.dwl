import eval from dw::Runtime
output application/json
---
eval("main", {main: "[log('a', 1), logWarn('b', 2), logError(3)]"}).logs map [$.level, $.message]
