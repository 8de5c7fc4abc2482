[
  20201228 as Date {format: "yyyyMMdd"},
  20201228 as Date {format: "yyyyMMdd"} as String {format: "dd/MM/yyyy"},
  20201228160800 as LocalDateTime {format: "yyyyMMddHHmmss"} as String {format: "HH:mm"},
  86400 as DateTime {unit: "seconds"},
  86400000 as DateTime {unit: "milliseconds"}
]
