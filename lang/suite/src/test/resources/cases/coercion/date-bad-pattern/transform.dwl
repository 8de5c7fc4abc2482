|2020-01-01| as String {format: "yyyy-bb"}
