[{a: 1}, {a: {}}] maxBy $.a
