import * from dw::core::Dates
---
atBeginningOfWeek(|-999999999-01-01|)
