import * from dw::core::Periods
output application/json
---
[between(|2021-03-01|, |2020-02-29|), days(1.5), days(-2), hours(0), seconds(0.001), duration({seconds: -61}), duration({days: 1, seconds: 0.5}), months(-1),
  |2020-03-29T01:00:00| + days(1), |2020-01-31| + period({months: 1, days: 1}), |10:00:00| - minutes(90)]
