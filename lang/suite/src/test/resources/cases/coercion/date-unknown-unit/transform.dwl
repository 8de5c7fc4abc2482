|2020-01-01T00:00:00Z| as Number {unit: "weeks"}
