[[1, 2.50, true, |2020-01-01|] joinBy "-", [] joinBy "-", ["a"] joinBy "-", ["a", "b"] joinBy "", (1 to 3) joinBy "+", namesOf({a: 1, b: 2}) joinBy ","]
