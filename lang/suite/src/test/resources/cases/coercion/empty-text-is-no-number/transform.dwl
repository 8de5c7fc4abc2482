"" as Number
