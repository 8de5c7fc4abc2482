[[1] as Number, {a: 1} as String, 5 as Array, "5" as Number, payload as Date, {} as Object {class: "a.B"}]
