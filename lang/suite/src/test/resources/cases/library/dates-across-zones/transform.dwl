import * from dw::core::Dates
output application/json
---
[
  atBeginningOfDay(|2020-03-29T12:00:00| ++ |Europe/Berlin|),
  atBeginningOfMonth(|2020-04-15T12:00:00| ++ |Europe/Berlin|),
  atBeginningOfDay(|2018-11-04T12:00:00| ++ |America/Sao_Paulo|),
  atBeginningOfYear(|2021-12-31T23:30:00+05:30|),
  atBeginningOfWeek(|2024-12-29|),
  dateTime({year: 2021, month: 7, day: 1, hour: 12, minutes: 0, seconds: 0, timeZone: |Europe/Berlin|}),
  time({hour: 1, minutes: 2, seconds: 3.25, timeZone: |-03:00|})
]
