["1,234.50" as Number {format: "#,##0.00"}, "1.234,5" as Number {format: "#,##0.0", locale: "de"}, "1e3" as Number, "+5" as Number, " 12 " as Number, ".5" as Number, "0012" as Number, "-0" as Number]
