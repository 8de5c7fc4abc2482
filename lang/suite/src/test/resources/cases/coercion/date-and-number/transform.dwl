[|1970-01-02T00:00:00Z| as Number, |1970-01-01T00:00:01.5Z| as Number {unit: "milliseconds"}, 86400 as DateTime, 1500 as DateTime {unit: "milliseconds"}, 0 as Date, -1 as LocalDateTime]
