"total: " ++ 1 + "2" as Number {format: "#"}
