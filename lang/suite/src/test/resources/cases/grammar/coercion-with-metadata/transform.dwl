[
  |2024-02-29| as String {format: "dd.MM.uuuu"},
  "29 février 2024" as Date {format: "dd MMMM uuuu", locale: "fr"},
  1234.5 as String {format: "#,##0.00"},
  "1.234,5" as Number {format: "#,##0.0", locale: "de"},
  1709164800 as DateTime,
  1709164800000 as DateTime {unit: "milliseconds"}
]
