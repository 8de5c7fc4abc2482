import * from dw::core::Periods
import * from dw::core::Dates
---
[|2020-01-31| + months(1), days(2) as String, hours(1.5) as String, between(|2021-03-01|, |2020-01-15|) as String, duration({days: 1, hours: 2}) as String, date({year: 2020, month: 2, day: 3}), atBeginningOfMonth(|2020-05-17|)]
