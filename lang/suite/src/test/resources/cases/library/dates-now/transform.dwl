[now() is DateTime, (now() >> "UTC").timezone, |2020-01-01| ++ |10:00:00|, |2020-01-01T10:00:00| ++ |+02:00|, isLeapYear(|2024-01-01|), daysBetween(|2020-01-01|, |2020-03-01|)]
