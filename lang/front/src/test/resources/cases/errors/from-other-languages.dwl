[a && b, a || b, c ? 1 : 2, a % b, (x) => x, a = b]
