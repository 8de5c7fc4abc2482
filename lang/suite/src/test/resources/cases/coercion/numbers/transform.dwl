[1234.5 as String {format: "#,##0.00"}, "1.234,5" as Number {format: "#,##0.##", locale: "de"}, "0x" as String, 12 as String, 2.50 as String, "1e3" as Number, true as String, "TRUE" as Boolean]
