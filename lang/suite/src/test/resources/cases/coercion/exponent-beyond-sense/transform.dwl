"1e999999999" as Number
