[upper(1), sqrt("4"), "a" contains 5, isBlank(|2020-01-01|)]
