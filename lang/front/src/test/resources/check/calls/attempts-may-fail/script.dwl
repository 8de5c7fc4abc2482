import try, orElseTry from dw::Runtime
---
[try(() -> upper([])), try(() -> 1 + {}) orElseTry (() -> sqrt({}))]
