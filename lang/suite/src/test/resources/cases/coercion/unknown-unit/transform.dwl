1 as DateTime {unit: "fortnights"}
