var d = |2020-05-06T07:08:09+02:00|
---
[d as Date, d as LocalDateTime, d as LocalTime, d as Time, d as TimeZone, |2020-05-06T07:08:09| as DateTime, |2020-05-06T07:08:09| as Date, |2020-05-06| as DateTime, |07:08:09+02:00| as LocalTime, |07:08| as Time]
