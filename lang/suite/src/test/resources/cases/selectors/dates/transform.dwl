var d = |2021-03-04T05:06:07.089+01:00|
---
[d.year, d.month, d.day, d.hour, d.minutes, d.seconds, d.milliseconds, d.dayOfYear, d.offsetSeconds, |P1Y2M|.months]
