import * from dw::core::Arrays
---
[[] every ($ > 1), [] every true, [2] every ($ > 1), [2, 0] every ($ > 1), [] some true, [0, 2] some ($ > 1), null every false, null some true]
