{a: [1, 2, 3] filter $ > 1 map $ * 10, b: ["x", "y"] map ($$ ++ $), c: {k: 1, l: 2} mapObject {($$): $ + $$$}, d: [1, 2, 3] reduce ($ + $$), e: {k: 1} pluck $$}
