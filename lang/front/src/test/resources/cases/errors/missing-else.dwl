{a: if (b) 1, c: 2}
