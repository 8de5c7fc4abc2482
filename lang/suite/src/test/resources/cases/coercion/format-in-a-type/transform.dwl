type Currency = String {format: "#,##0.00"}
type Day = Date {format: "dd.MM.yyyy"}
---
[1234.5 as Currency, "24.12.2020" as Day as String {format: "yyyy"}, 3 as Currency ++ " EUR"]
