import date from dw::core::Dates
---
[date({year: 2024, month: 2, day: 29}), date({year: 2024, month: 13, day: 1})]
