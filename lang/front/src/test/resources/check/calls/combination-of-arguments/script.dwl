import * from dw::core::Dates
---
|2020-01-01| ++ {a: 1}
