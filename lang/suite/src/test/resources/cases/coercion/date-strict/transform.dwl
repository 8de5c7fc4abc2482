"02/31/2020" as Date {format: "MM/dd/uuuu", mode: "STRICT"}
