["02/31/2020" as Date {format: "MM/dd/uuuu", mode: "LENIENT"}, "02/31/2020" as Date {format: "MM/dd/uuuu", mode: "SMART"}, "02/28/2020" as Date {format: "MM/dd/uuuu", mode: "STRICT"}]
